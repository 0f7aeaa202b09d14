import { Temporal } from "temporal-polyfill";
import type { OtherWeekStart, TimeRange } from "./view.ts";

/** Two instants (milliseconds since 1970, UTC): `from` is included, `to` is not. */
export type Window = { from: number; to: number };

type Zoned = Temporal.ZonedDateTime;

/** Days of the week as Temporal counts them, from Monday, 1. */
const weekdays: Record<OtherWeekStart, number> = { saturday: 6, sunday: 7 };

function calendarWindow(range: TimeRange & { kind: "calendar" }, now: Zoned): [Zoned, Zoned] {
  const { period, weekStart } = range;
  const today = now.startOfDay();
  const firstDay = weekStart ? weekdays[weekStart] : 1;
  const week = today.subtract({ days: (today.dayOfWeek - firstDay + 7) % 7 }).startOfDay();
  const first = today.with({ day: 1 }).startOfDay();
  switch (period) {
    case "yesterday":
      return [today.subtract({ days: 1 }).startOfDay(), today];
    case "thisWeek":
      return [week, now];
    case "lastWeek":
      return [week.subtract({ weeks: 1 }).startOfDay(), week];
    case "thisMonth":
      return [first, now];
    case "lastMonth":
      return [first.subtract({ months: 1 }).startOfDay(), first];
  }
}

/**
 * A wall-clock time that the zone has twice (clocks set back) means the earlier one as a start and the later one as an
 * end, so that nothing the person may have meant is left out; one that the zone skips (clocks set forward) moves on by
 * as much as the clocks did.
 */
function zonedStart(text: string, zone: string): Zoned {
  if (!text.includes("T")) return Temporal.PlainDate.from(text).toZonedDateTime(zone);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: "compatible" });
}

function zonedEnd(text: string, zone: string): Zoned {
  if (!text.includes("T")) return Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(zone);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: "later" });
}

/**
 * Turns a range into instants. A relative range is as long as its name says on the wall clock: a day of 23 or 25 hours
 * is a whole day.
 *
 * @param now milliseconds since 1970; read once by the caller when the view is pinned, never while pages are fetched.
 * @throws RangeError when the zone or a fixed time is not valid; the address bar's parser lets none of these through.
 */
export function resolveRange(range: TimeRange, zone: string, now: number): Window {
  const zonedNow = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  if (range.kind === "relative") {
    const from =
      range.unit === "hour"
        ? zonedNow.subtract({ hours: range.amount })
        : zonedNow
            .startOfDay()
            .subtract({ days: range.amount - 1 })
            .startOfDay();
    return { from: from.epochMilliseconds, to: now };
  }
  const [from, to] =
    range.kind === "calendar"
      ? calendarWindow(range, zonedNow)
      : [zonedStart(range.from, zone), zonedEnd(range.to, zone)];
  // A start in a skipped hour moves on, and may so come after an end that the zone has: nothing lies between them.
  return { from: from.epochMilliseconds, to: Math.max(from.epochMilliseconds, to.epochMilliseconds) };
}

/**
 * A range as it is really asked for: the wall-clock times of a fixed one that the zone skips moved on, by as much as the
 * clocks were. What stands in an address may be no time of its zone at all, and no screen should say that it was asked.
 */
export function realRange(range: TimeRange, zone: string): TimeRange {
  if (range.kind !== "fixed" || !isWallTime(range.from) || !isWallTime(range.to)) return range;
  const [from, to] = [realTime(range.from, zone), realTime(range.to, zone)];
  return { kind: "fixed", from, to: from.includes("T") && to.includes("T") && to < from ? from : to };
}

function realTime(text: string, zone: string): string {
  if (!text.includes("T")) return text;
  const written = Temporal.PlainDateTime.from(text);
  const real = written.toZonedDateTime(zone).toPlainDateTime();
  if (real.equals(written)) return text;
  return real.toString({ smallestUnit: real.second === 0 && real.millisecond === 0 ? "minute" : "millisecond" });
}

/** Whether the text is the name of a zone that this browser knows. An offset is none: Twilio takes names only. */
export function isZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the text is a wall-clock time of a fixed range: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, with seconds and
 * milliseconds where they matter, and one that exists.
 */
export function isWallTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:[0-5]\d(\.\d{3})?)?)?$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** Whether a fixed range holds just what lies between two instants: a time that comes twice does not say which it is. */
export function hasFixedRange({ from, to }: Window, zone: string): boolean {
  const window = resolveRange(fixedRange(from, to, zone), zone, from);
  return window.from === from && window.to === to;
}

/**
 * The fixed range of two instants, as wall-clock times of the zone: plain dates where both are the beginning of a day.
 * To the millisecond, so that the same conversations are in it. Of an hour that comes twice the range has both, since a
 * wall-clock time cannot say which.
 *
 * @param to excluded, like every end.
 */
export function fixedRange(from: number, to: number, zone: string): TimeRange {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const isDayStart = (time: Zoned) => time.equals(time.startOfDay());
  const [start, end] = [zoned(from), zoned(to)];
  if (from < to && isDayStart(start) && isDayStart(end)) {
    const last = end.toPlainDate().subtract({ days: 1 });
    return { kind: "fixed", from: start.toPlainDate().toString(), to: last.toString() };
  }
  const wall = (time: Temporal.PlainDateTime) =>
    time.toString({ smallestUnit: time.second === 0 && time.millisecond === 0 ? "minute" : "millisecond" });
  const [first, last] = [start.toPlainDateTime(), end.toPlainDateTime()];
  const isAfter = Temporal.PlainDateTime.compare(last, first) > 0;
  const longEnough = first.add({ milliseconds: Math.max(1, to - from) });
  return { kind: "fixed", from: wall(first), to: wall(isAfter ? last : longEnough) };
}
