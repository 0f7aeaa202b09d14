import { readForm } from "./forms.ts";
import type { WallClock } from "./wall-clock.ts";

/**
 * Reads a time that is in the form of the rest of Earshot: ISO 8601, with an offset or, without one, wall-clock time; a
 * date alone is its midnight.
 *
 * @param clock the zone of what has no offset; UTC when undefined.
 * @returns microseconds since 1970, which a double holds exactly; undefined when the text is no time.
 */
export function readMicros(text: unknown, clock?: WallClock): number | undefined {
  const wall = typeof text === "string" ? readForm("iso", text) : undefined;
  if (!wall) return undefined;
  const shown = wall.seconds * 1000;
  const ms = wall.offset === undefined ? (clock?.instantOf(shown) ?? shown) : shown - wall.offset * 1000;
  return ms * 1000 + Number(wall.fraction.slice(0, 6).padEnd(6, "0"));
}
