import { Temporal } from "temporal-polyfill";
import type { Window } from "../../view/range.ts";
import type { Trend } from "../trend/trend.ts";

const longestHourly = 72 * 3_600_000;

/** Hours for windows of up to three days, days for longer ones. */
export function trendGrain({ from, to }: Window): Trend["grain"] {
  return to - from <= longestHourly ? "hour" : "day";
}

function hourStart(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return time.round({ smallestUnit: "hour", roundingMode: "floor" });
}

/**
 * The next hour of the clock on the wall. An hour is added on the clock of the world, so that one that comes twice is
 * two; where clocks change by half an hour, the hours after it begin anew at the full hour.
 */
function nextHour(edge: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const next = edge.add({ hours: 1 });
  const full = hourStart(next);
  return full.epochMilliseconds > edge.epochMilliseconds ? full : next;
}

/**
 * Where the buckets of a window begin, in the zone, with the end of the last one: N buckets give N + 1 instants
 * (milliseconds since 1970). There is at least one bucket. Days follow the calendar, so that a day may have 23 or 25
 * hours.
 */
export function bucketEdges({ from, to }: Window, zone: string, grain: Trend["grain"]): number[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const next = grain === "day" ? (day: typeof first) => day.add({ days: 1 }).startOfDay() : nextHour;
  const edges: number[] = [];
  let edge = grain === "day" ? first.startOfDay() : hourStart(first);
  do {
    edges.push(edge.epochMilliseconds);
    edge = next(edge);
  } while (edge.epochMilliseconds < to);
  return [...edges, edge.epochMilliseconds];
}

/** Whether an instant is the beginning of an hour or day of the zone, or of one that a change of its clocks makes. */
export function beginsBucket(ms: number | undefined, zone: string, grain: Trend["grain"]): boolean {
  if (ms === undefined) return false;
  const time = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  if (grain === "day") return time.equals(time.startOfDay());
  const isChange = () => time.offset !== time.subtract({ nanoseconds: 1 }).offset;
  return time.equals(hourStart(time)) || isChange();
}

/**
 * The place of the bucket that holds an instant: the last edge that is not after it. The first bucket takes what is
 * before it: an account's own bucket may begin earlier and still reach into the window.
 */
export function bucketAt(edges: readonly number[], ms: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? Number.POSITIVE_INFINITY) <= ms) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
