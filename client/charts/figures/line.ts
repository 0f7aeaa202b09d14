import { asSentiment } from "../../format/sentiment.ts";
import { bucketState } from "../time/unfinished.ts";
import type { Trend, TrendBucket } from "../trend/trend.ts";

/** One point of the small line; `open` where it is not whole yet, or was cut. */
export type LinePoint = { value: number; open: boolean };

const mostPoints = 7;

/** Buckets in as many groups of neighbours as the line has points, as alike in size as can be. */
function inPoints(buckets: readonly TrendBucket[]): TrendBucket[][] {
  const points = Math.min(mostPoints, buckets.length);
  const edge = (place: number) => Math.round((place * buckets.length) / points);
  return Array.from({ length: points }, (_, place) => buckets.slice(edge(place), edge(place + 1)));
}

function sumOf(buckets: readonly TrendBucket[], of: (bucket: TrendBucket) => number): number {
  return buckets.reduce((sum, bucket) => sum + of(bucket), 0);
}

function negativeIn({ counts }: TrendBucket): number {
  return [...counts].reduce((sum, [key, count]) => (asSentiment(key) === "negative" ? sum + count : sum), 0);
}

/**
 * The trend in at most seven points: conversations in an hour or a day, or the share of negative ones.
 *
 * @param at the moment of the view: what has not begun by then has no point.
 * @returns none where there are fewer than two.
 */
export function lineOf({ buckets }: Trend, of: "conversations" | "negative", at: number): LinePoint[] {
  const begun = buckets.filter(({ start }) => start < at);
  if (begun.length < 2) return [];
  return inPoints(begun).map((group) => {
    const total = sumOf(group, (bucket) => bucket.total);
    const share = total === 0 ? 0 : sumOf(group, negativeIn) / total;
    const open = group.some((bucket) => bucketState(bucket, at).partial);
    return { value: of === "negative" ? share : total / group.length, open };
  });
}
