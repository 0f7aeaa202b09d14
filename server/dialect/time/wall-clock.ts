import { Temporal } from "temporal-polyfill";
import { byQuarter, type Offset, zoneOffsets } from "../../zone-offsets.ts";

/** The clocks of one zone. Wall-clock time is given as milliseconds since 1970 as if the clock showed UTC. */
export type WallClock = {
  offsetAt(ms: number): Offset;
  /** The instant at which the clocks show this. Of an hour that comes twice the first one; a skipped time is moved on. */
  instantOf(wallMs: number): number;
};

const clocks = new Map<string, WallClock | undefined>();
/** As many zones as anybody looks at, and those that an account's own is looked for among. */
const mostClocks = 80;

function makeClock(zone: string): WallClock | undefined {
  try {
    const offsetAt = zoneOffsets(zone);
    const behind = byQuarter((wallMs) => {
      const wall = Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, -1));
      return wallMs - wall.toZonedDateTime(zone).epochMilliseconds;
    });
    return { offsetAt, instantOf: (wallMs) => wallMs - behind(wallMs) };
  } catch {
    return undefined;
  }
}

/** The clocks of a zone by its IANA name; undefined where Node does not know the zone. */
export function wallClock(zone: string): WallClock | undefined {
  if (clocks.has(zone)) return clocks.get(zone);
  if (clocks.size >= mostClocks) clocks.clear();
  const made = makeClock(zone);
  clocks.set(zone, made);
  return made;
}

const minute = 60_000;

/** Whether a day of the zone begins at this instant: at midnight, or when clocks skip it, at the first time after it. */
export function startsDay({ offsetAt, instantOf }: WallClock, ms: number): boolean {
  const wall = ms + offsetAt(ms).milliseconds;
  const midnight = Math.floor(wall / (1440 * minute)) * 1440 * minute;
  return instantOf(midnight) === ms;
}
