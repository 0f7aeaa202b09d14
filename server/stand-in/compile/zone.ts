import { Temporal } from "temporal-polyfill";
import { badRequest } from "../http/errors.ts";

/** The offsets of a zone over the time of the account's data, in microseconds: one at first, then one from each change on. */
export type ZoneOffsets = { first: number; changes: readonly { at: number; offset: number }[] };

/** Checks that a zone is one of the IANA names. */
export function checkZone(zone: string): void {
  try {
    if (!/^[A-Za-z]/.test(zone)) throw new RangeError("An offset is not the name of a zone");
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw badRequest(`properties.timezone: '${zone}' is not an IANA time zone`, { "properties.timezone": zone });
  }
}

function micros(time: { epochMilliseconds: number }): number {
  return time.epochMilliseconds * 1000;
}

/**
 * Reads a zone's changes of offset between two moments (in microseconds). The database is told only these few numbers,
 * so that its own idea of time zones, and whether it has one, does not matter.
 */
export function zoneOffsets(zone: string, from: number, to: number): ZoneOffsets {
  let time = Temporal.Instant.fromEpochMilliseconds(Math.floor(from / 1000)).toZonedDateTimeISO(zone);
  const first = time.offsetNanoseconds / 1000;
  const changes: { at: number; offset: number }[] = [];
  for (;;) {
    const next = time.getTimeZoneTransition("next");
    if (!next || micros(next) > to) return { first, changes };
    changes.push({ at: micros(next), offset: next.offsetNanoseconds / 1000 });
    time = next;
  }
}

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/i;

function instantOf(value: string, zone: string): Temporal.Instant {
  if (dateOnly.test(value)) return Temporal.PlainDate.from(value).toZonedDateTime(zone).toInstant();
  if (!dateTime.test(value)) throw new RangeError("Neither a date nor a time");
  if (/(Z|[+-]\d{2}:?\d{2})$/i.test(value)) return Temporal.Instant.from(value);
  return Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant();
}

/**
 * Reads a time in a filter: an ISO instant, or a date or a time without offset, which is read in the zone.
 *
 * @returns microseconds since 1970, or undefined when it is none of these.
 */
export function readTime(value: string, zone: string): number | undefined {
  try {
    return Number(instantOf(value, zone).epochNanoseconds / 1000n);
  } catch {
    return undefined;
  }
}

/** Writes microseconds since 1970 as Twilio does: `2026-03-11T12:33:36.143498Z`. */
export function writeTime(time: number): string {
  const below = String(time % 1000).padStart(3, "0");
  return `${new Date(Math.floor(time / 1000)).toISOString().slice(0, -1)}${below}Z`;
}
