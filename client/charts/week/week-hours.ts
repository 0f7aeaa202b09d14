import { Temporal } from "temporal-polyfill";
import type { Told } from "../../api/told.ts";
import type { Population } from "../../insights/breakdown.ts";
import { hasFixedRange, type Window } from "../../view/range.ts";
import { reachesInto } from "../../view/reach-of-bucket.ts";
import { beginsBucket, bucketEdges } from "../time/buckets.ts";

/** One hour of one weekday. */
export type WeekHour = {
  count: number;
  /** How often this hour comes in the window, whole or in part; in hours that never come nothing can be counted. */
  times: number;
  /**
   * The one stretch of time that this hour is in the window, where it is one and a range can say it: the API knows no
   * weekdays, so several weeks' hours cannot be asked for together. One that clocks set back make twice as long is one.
   */
  stretch: Window | undefined;
};

/** Conversations by weekday and hour of the view's zone. */
export type WeekHours = {
  population: Population;
  /** Conversations that were sent although they are not of the window; they are in no hour. */
  outside: number;
  zone: string;
  /** Whether the account cuts its hours elsewhere than the zone does. */
  shifted: boolean;
  told?: Told;
  /** Seven days from Monday on, 24 hours each. */
  days: readonly (readonly WeekHour[])[];
};

/** What is folded: how many conversations began in the hour of an instant. */
export type HourCount = { at: number; count: number };

type FoldedHour = { count: number; stretches: Window[] };

/** What stretches are together where they follow one another without a gap. */
function onlyStretch(stretches: readonly Window[], zone: string): Window | undefined {
  const [first, last] = [stretches[0], stretches.at(-1)];
  const isOne = stretches.every(({ from }, place) => place === 0 || stretches[place - 1]?.to === from);
  if (!(first && last && isOne)) return undefined;
  const whole = { from: first.from, to: last.to };
  return hasFixedRange(whole, zone) ? whole : undefined;
}

/**
 * Lays the hours of a window over one week. An hour that comes twice when clocks are set back is counted in one cell,
 * and one that is skipped does not come.
 *
 * @param at the moment of the view: hours after it are not hours without conversations.
 */
export function foldWeek(hours: readonly HourCount[], window: Window, zone: string, at = window.to): WeekHours {
  const days = Array.from({ length: 7 }, () =>
    Array.from({ length: 24 }, (): FoldedHour => ({ count: 0, stretches: [] })),
  );
  const cellAt = (ms: number) => {
    const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    return days[dayOfWeek - 1]?.[hour];
  };
  const passed = { from: window.from, to: Math.min(window.to, at) };
  const edges = passed.to > passed.from ? bucketEdges(passed, zone, "hour") : [];
  edges.slice(0, -1).forEach((from, place) => {
    cellAt(from)?.stretches.push({ from, to: edges[place + 1] ?? from });
  });
  let [count, outside] = [0, 0];
  for (const hour of hours) {
    const cell = reachesInto(window, hour.at, "hour", zone) ? cellAt(hour.at) : undefined;
    if (cell) {
      cell.count += hour.count;
      count += hour.count;
    } else outside += hour.count;
  }
  const shifted = hours.slice(0, 50).some(({ at }) => !beginsBucket(at, zone, "hour"));
  const told = days.map((folded) =>
    folded.map(({ count, stretches }) => ({ count, times: stretches.length, stretch: onlyStretch(stretches, zone) })),
  );
  return { population: { kind: "all", count }, outside, zone, days: told, shifted };
}
