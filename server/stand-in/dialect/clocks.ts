import { Temporal } from "temporal-polyfill";
import { writeTime, type ZoneOffsets, zoneOffsets } from "../compile/zone.ts";

const [first, last] = [Date.UTC(2000, 0, 1) * 1000, Date.UTC(2100, 0, 1) * 1000];
const known = new Map<string, ZoneOffsets>();

/** So many zones are remembered; there are about 600 names. */
const most = 50;

/** How far a zone's clocks are ahead of UTC at an instant between 2000 and 2100, both in microseconds. */
export function offsetAt(micros: number, zone: string): number {
  let offsets = known.get(zone);
  if (!offsets) {
    offsets = zoneOffsets(zone, first, last);
    if (known.size >= most) known.clear();
    known.set(zone, offsets);
  }
  return offsets.changes.findLast(({ at }) => at <= micros)?.offset ?? offsets.first;
}

const written = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.(\d{3})(\d{3})Z$/;

/** Reads a time as cells are usually written, in microseconds; undefined for all else. */
export function readCell(value: unknown): number | undefined {
  const [, second, millis, micros] = (typeof value === "string" && written.exec(value)) || [];
  return second === undefined ? undefined : Date.parse(`${second}.${millis}Z`) * 1000 + Number(micros);
}

/** What the clocks of a zone show, to the millisecond and without an offset: `2026-11-01T00:00:00.000`. */
export function wallClock(micros: number, zone: string): string {
  return new Date(Math.floor((micros + offsetAt(micros, zone)) / 1000)).toISOString().slice(0, -1);
}

/** An offset as ISO 8601 writes it: `+09:00`. */
export function writeOffset(micros: number): string {
  const minutes = Math.abs(Math.round(micros / 60e6));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${micros < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const lengths = { hour: { hours: 1 }, day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const;

/** Where the bucket that begins with a cell ends in a zone, as cells are usually written. */
export function bucketEnd(value: unknown, grain: keyof typeof lengths, zone: string): unknown {
  const micros = readCell(value);
  if (micros === undefined) return value;
  const start = Temporal.Instant.fromEpochMilliseconds(micros / 1000).toZonedDateTimeISO(zone);
  return writeTime(start.add(lengths[grain]).epochMilliseconds * 1000);
}
