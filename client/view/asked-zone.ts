import { Temporal } from "temporal-polyfill";
import { type KnownGrains, splitGrain } from "../../contract/field-words.ts";
import { parseTime } from "../format/time.ts";
import type { Window } from "./range.ts";

const hourNanoseconds = 3_600_000_000_000;

/** Whether a time is cut by the calendar, so that where its days begin depends on the zone. */
export function isCalendarGrain(field: string, known: KnownGrains): boolean {
  return /^(day|week|month|quarter|year)$/.test(splitGrain(field, known).grain ?? "");
}

/**
 * The zone that rows are asked for in: UTC, because an account may send a time without an offset in UTC or in the zone
 * that was asked for, and so both are the same. Where a day or a longer stretch of the calendar stands in the rows, it
 * is the view's zone, in which such stretches begin.
 */
export function rowsZone(fields: readonly string[], zone: string, known: KnownGrains): string {
  return fields.some((field) => isCalendarGrain(field, known)) ? zone : "UTC";
}

/**
 * Reads a time cell of a row. Without an offset it is of UTC, as rows are asked for; a day, or a date alone, which has no
 * time of day that another zone could move, is of the view's zone.
 *
 * @param isCalendar whether its field is cut by the calendar.
 * @returns milliseconds since 1970, or undefined when the cell is no time.
 */
export function rowTime(cell: unknown, isCalendar: boolean, zone: string): number | undefined {
  const isDate = typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cell);
  return parseTime(cell, isDate || isCalendar ? zone : "UTC");
}

/** Asked with every drawing, and a millisecond's work each time. */
const knownZones = new Map<string, boolean>();
const mostKnown = 50;

function findWholeHours({ from, to }: Window, zone: string): boolean {
  let time: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  while (time && (time.epochMilliseconds <= from || time.epochMilliseconds < to)) {
    if (time.offsetNanoseconds % hourNanoseconds !== 0) return false;
    time = time.getTimeZoneTransition("next");
  }
  return true;
}

/** Whether the clocks of a zone stand at whole hours from those of UTC all through a window. */
export function hasWholeHours(window: Window, zone: string): boolean {
  const key = `${zone} ${window.from} ${window.to}`;
  const answer = knownZones.get(key) ?? findWholeHours(window, zone);
  if (knownZones.size >= mostKnown) knownZones.clear();
  knownZones.set(key, answer);
  return answer;
}

/**
 * The zone that counts by some dimensions are asked for in. Days and longer stretches are of the view's zone. So are
 * hours where its hours are not those of UTC; else hours are asked for in UTC, which has none twice: where clocks are set
 * back, both would come under one name. Without a time the zone changes nothing.
 */
export function countsZone(dimensions: readonly string[], window: Window, zone: string, known: KnownGrains): string {
  if (dimensions.some((field) => isCalendarGrain(field, known))) return zone;
  const hasHours = dimensions.some((field) => splitGrain(field, known).grain === "hour");
  return hasHours && !hasWholeHours(window, zone) ? zone : "UTC";
}
