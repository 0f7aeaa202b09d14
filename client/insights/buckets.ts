import { Temporal } from "temporal-polyfill";
import type { Window } from "../view/range.ts";
import type { Trend } from "./trend.ts";

const longestHourly = 72 * 3_600_000;

/** Hours for windows of up to three days, days for longer ones. */
export function trendGrain({ from, to }: Window): Trend["grain"] {
  return to - from <= longestHourly ? "hour" : "day";
}

/**
 * Where the buckets of a window begin, in the zone, with the end of the last one: N buckets give N + 1 instants
 * (milliseconds since 1970). Days follow the calendar, so that a day may have 23 or 25 hours.
 */
export function bucketEdges({ from, to }: Window, zone: string, grain: Trend["grain"]): number[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const edges: number[] = [];
  // A day is added on the calendar, an hour on the clock of the world: both stay right over a change of clocks.
  let edge = grain === "day" ? first.startOfDay() : first.round({ smallestUnit: "hour", roundingMode: "floor" });
  while (edge.epochMilliseconds < to) {
    edges.push(edge.epochMilliseconds);
    edge = grain === "day" ? edge.add({ days: 1 }).startOfDay() : edge.add({ hours: 1 });
  }
  return [...edges, edge.epochMilliseconds];
}

/** The place of the bucket that holds an instant: the last edge that is not after it; the ends take what lies outside. */
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
