import { Temporal } from "temporal-polyfill";
import type { Window } from "../view/range.ts";
import type { Population } from "./breakdown.ts";
import { beginsBucket, bucketEdges } from "./buckets.ts";

/** One hour of one weekday. */
export type WeekHour = {
  count: number;
  /** How often this hour comes in the window, whole or in part; in hours that never come nothing can be counted. */
  times: number;
};

/** Conversations by weekday and hour of the view's zone. */
export type WeekHours = {
  population: Population;
  zone: string;
  /** Whether the account cuts its hours elsewhere than the zone does. */
  shifted: boolean;
  /** Seven days from Monday on, 24 hours each. */
  days: readonly (readonly WeekHour[])[];
};

/** What is folded: how many conversations began in the hour of an instant. */
export type HourCount = { at: number; count: number };

/**
 * Lays the hours of a window over one week. An hour that comes twice when clocks are set back is counted in one cell,
 * and one that is skipped does not come.
 *
 * @param window what of the view's window has passed: hours to come are not hours without conversations
 */
export function foldWeek(hours: readonly HourCount[], window: Window, zone: string): WeekHours {
  const days = Array.from({ length: 7 }, () => Array.from({ length: 24 }, (): WeekHour => ({ count: 0, times: 0 })));
  const cellAt = (ms: number) => {
    const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    return days[dayOfWeek - 1]?.[hour];
  };
  for (const start of window.to > window.from ? bucketEdges(window, zone, "hour").slice(0, -1) : []) {
    const cell = cellAt(start);
    if (cell) cell.times += 1;
  }
  let count = 0;
  for (const hour of hours) {
    const cell = cellAt(hour.at);
    if (cell) cell.count += hour.count;
    count += hour.count;
  }
  const shifted = hours.slice(0, 50).some(({ at }) => !beginsBucket(at, zone, "hour"));
  return { population: { kind: "all", count }, zone, days, shifted };
}
