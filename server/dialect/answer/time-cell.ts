import type { Grain } from "../../../contract/field-words.ts";
import { bucketOf } from "../local/bucket.ts";
import { readForm } from "../time/forms.ts";
import { readMicros } from "../time/instant.ts";
import { type Wall, wallMs, writeInstant, writeWall } from "../time/wall.ts";
import { type WallClock, wallClock } from "../time/wall-clock.ts";
import { type Asked, partsOfReading, type TimeFrame, type TimeReading } from "./readings.ts";

/** The zone whose clocks cells show that say none. */
export function cellsZone(kind: "plain" | "grain", { zone, ownZone }: Pick<Asked, "zone" | "ownZone">): string {
  return kind === "plain" ? (ownZone ?? zone) : zone;
}

/** The instant that a cell means in a frame, in milliseconds since 1970. Undefined where the frame does not fit it. */
export function instantIn(frame: TimeFrame, wall: Wall, clock: WallClock | undefined): number | undefined {
  const ms = wallMs(wall);
  if (frame === "stated") return wall.offset === undefined ? undefined : ms - wall.offset * 1000;
  if (frame === "false") return wall.offset === 0 ? clock?.instantOf(ms) : undefined;
  if (wall.offset !== undefined) return undefined;
  return frame === "utc" ? ms : clock?.instantOf(ms);
}

/** An instant in UTC. A date alone is none. */
function writePlain(frame: TimeFrame, wall: Wall, clock: WallClock | undefined): string | undefined {
  const ms = instantIn(frame, wall, clock);
  return ms === undefined || !wall.hasClock ? undefined : writeInstant(Math.floor(ms / 1000), wall.fraction);
}

/** Wall-clock time of the zone that was asked, or an instant where the cell is one. */
function writeGrain(frame: TimeFrame, wall: Wall, clock: WallClock | undefined): string | undefined {
  const ms = instantIn(frame, wall, clock);
  if (ms === undefined) return undefined;
  const isWall = frame === "open" || frame === "asked" || frame === "false";
  if (isWall) return writeWall(wall.seconds, wall.fraction);
  return writeInstant(Math.floor(ms / 1000), wall.fraction || "000");
}

/** Writes the time of a cell, by its text or digits, anew; undefined where the cell is not written as the reading says. */
export function timeWriter(
  reading: TimeReading,
  kind: "plain" | "grain",
  clock: WallClock | undefined,
): (text: string) => string | undefined {
  const parts = partsOfReading(reading);
  if (!parts) return () => undefined;
  const { form, frame } = parts;
  const write = kind === "plain" ? writePlain : writeGrain;
  return (text) => {
    const wall = readForm(form, text);
    return wall && write(frame, wall, clock);
  };
}

/** Writes the cell of a bucket that is labelled by its end by where it begins, as clocks of the zone show it. */
export function movedBack(
  write: (text: string) => string | undefined,
  grain: Grain,
  zone: string,
): (text: string) => string | undefined {
  const [bucket, clock] = [bucketOf(grain, zone), wallClock(zone)];
  return (text) => {
    const micros = readMicros(write(text) ?? text, clock);
    return micros === undefined ? undefined : bucket(micros / 1000 - 1);
  };
}
