import type { Roles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { parseTime } from "../format/time.ts";
import { cellMembers, valueKey } from "../format/values.ts";
import type { Window } from "../view/range.ts";
import { t } from "../words/words.ts";
import type { Population } from "./breakdown.ts";
import { bucketAt, bucketEdges } from "./buckets.ts";
import { InsightsError } from "./errors.ts";
import type { Trend, TrendBucket } from "./trend.ts";

/** What a trend is read from: how many conversations, when (a time cell), and their sentiments. */
export type TrendRow = { count: number; time: unknown; sentiments: readonly string[] };

/** Where a trend is drawn. */
export type TrendFrame = { window: Window; zone: string; grain: Trend["grain"]; population: Population };

type Open = { counts: Map<string, number>; total: number };

/** The cells of a row that a trend needs; a role that the account has not leaves its part empty. */
export function trendRow(row: Row, count: number, timeField: string, { sentiment }: Roles): TrendRow {
  const sentiments = sentiment ? [...new Set(cellMembers(row[sentiment.field]).map(valueKey))] : [];
  return { count, time: row[timeField], sentiments };
}

function addRow(bucket: Open, { count, sentiments }: TrendRow, withSentiment: boolean): void {
  bucket.total += count;
  if (!withSentiment) return;
  for (const key of sentiments.length > 0 ? sentiments : [""]) {
    bucket.counts.set(key, (bucket.counts.get(key) ?? 0) + count);
  }
}

/**
 * Puts rows into the buckets of a window. A bucket without a row counts zero: a count of nothing is a count.
 *
 * @throws InsightsError when a time cannot be read: a chart must not leave conversations out.
 */
export function readTrend(rows: readonly TrendRow[], frame: TrendFrame, withSentiment: boolean): Trend {
  const { window, zone, grain, population } = frame;
  const edges = bucketEdges(window, zone, grain);
  const open: Open[] = edges.slice(1).map(() => ({ counts: new Map(), total: 0 }));
  let overlap = false;
  for (const row of rows) {
    const ms = parseTime(row.time, zone);
    const bucket = ms === undefined ? undefined : open[bucketAt(edges, ms)];
    if (!bucket) throw new InsightsError("contract", t("errors.detail.time", { cell: String(row.time) }));
    if (row.sentiments.length > 1) overlap = true;
    addRow(bucket, row, withSentiment);
  }
  const buckets = open.map(({ counts, total }, place): TrendBucket => {
    const start = edges[place] ?? window.from;
    const end = edges[place + 1] ?? window.to;
    return { start, end, counts, total, partial: start < window.from || end > window.to };
  });
  const keys = [...new Set(open.flatMap(({ counts }) => [...counts.keys()]))];
  return { grain, zone, population, keys, buckets, overlap };
}

/**
 * Lays counts by sentiment, which a condition limits to some conversations, over the counts of all: what has no
 * sentiment is the rest. Where conversations have several, the parts are more than the whole, and the trend says so.
 */
export function withRest(all: Trend, bySentiment: Trend): Trend {
  let overlap = bySentiment.overlap;
  let anyRest = false;
  const buckets = all.buckets.map((bucket, place): TrendBucket => {
    const counts = new Map(bySentiment.buckets[place]?.counts);
    const parts = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (parts > bucket.total) overlap = true;
    const rest = Math.max(0, bucket.total - parts);
    if (rest > 0) counts.set("", rest);
    anyRest ||= rest > 0;
    return { ...bucket, counts };
  });
  const keys = anyRest ? [...new Set([...bySentiment.keys, ""])] : bySentiment.keys;
  return { ...all, buckets, keys, overlap };
}

/**
 * Holds a trend against the number of conversations of its view: buckets that add up to more count some of them
 * several times.
 */
export function withPopulation(trend: Trend, count: number): Trend {
  const sum = trend.buckets.reduce((total, bucket) => total + bucket.total, 0);
  return sum > count ? { ...trend, population: { kind: "all", count }, overlap: true } : trend;
}
