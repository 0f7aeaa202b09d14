import { Temporal } from "temporal-polyfill";
import type { Window } from "../../view/range.ts";
import type { TimeRange } from "../../view/view.ts";

/** What the period before is called: the 7 days before, the week before. */
export type PreviousPeriodName =
  | { kind: "hours" | "days"; count: number }
  | { kind: "day" | "week" | "month" | "stretch"; count: 1 };

/** The period before that of a view. */
export type PreviousPeriod = {
  name: PreviousPeriodName;
  /** As much of it as has passed of the view's own period, so that like is held against like. */
  window: Window;
  /** Whether that is less than the whole of it. */
  cut: boolean;
  /** The moment of the previous period that an instant of the view's own period is held against. */
  back: (ms: number) => number;
};

type Zoned = Temporal.ZonedDateTime;

function isDayStart(time: Zoned): boolean {
  return time.equals(time.startOfDay());
}

type Distance =
  | { hours: number }
  | { days: number }
  | { weeks: number }
  | { months: number }
  | { milliseconds: number };

/** How far back the previous period lies. Days, weeks and months are of the calendar; the rest is of the clock. */
function distance(range: TimeRange, from: Zoned, to: Zoned): { name: PreviousPeriodName; by: Distance } {
  if (range.kind === "relative") {
    const { amount, unit } = range;
    const by = unit === "hour" ? { hours: amount } : { days: amount };
    return { name: { kind: unit === "hour" ? "hours" : "days", count: amount }, by };
  }
  if (range.kind === "calendar") {
    if (range.period === "yesterday") return { name: { kind: "day", count: 1 }, by: { days: 1 } };
    const isWeek = range.period === "thisWeek" || range.period === "lastWeek";
    return { name: { kind: isWeek ? "week" : "month", count: 1 }, by: isWeek ? { weeks: 1 } : { months: 1 } };
  }
  if (isDayStart(from) && isDayStart(to)) {
    const { days } = from.toPlainDate().until(to.toPlainDate(), { largestUnit: "days" });
    return { name: { kind: "days", count: days }, by: { days } };
  }
  return { name: { kind: "stretch", count: 1 }, by: { milliseconds: to.epochMilliseconds - from.epochMilliseconds } };
}

/**
 * The period before a range: as long on the calendar, ending where the range begins. Of a range that is not over yet it
 * is only the part up to the same moment: on a Wednesday at 14:05, this week is held against last week up to Wednesday,
 * 14:05.
 *
 * @param window the instants of the range
 * @param at the moment of the view; what comes after it has not happened
 */
export function previousPeriod(range: TimeRange, zone: string, window: Window, at: number): PreviousPeriod {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const from = zoned(window.from);
  const { name, by } = distance(range, from, zoned(window.to));
  const back = (ms: number) => {
    const time = zoned(ms);
    const shifted = time.subtract(by);
    return (isDayStart(time) && !("hours" in by || "milliseconds" in by) ? shifted.startOfDay() : shifted)
      .epochMilliseconds;
  };
  const reached = Math.min(window.to, at);
  // A month that is shorter is over by the 31st of the next: there is no 31st to be held against.
  const isPast = name.kind === "month" && zoned(back(reached)).day !== zoned(reached).day;
  const start = back(window.from);
  const end = isPast ? window.from : Math.max(start, Math.min(back(reached), window.from));
  return { name, window: { from: start, to: end }, cut: end < window.from, back };
}
