import type { Roles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { parseTime } from "../format/time.ts";
import { cellMembers, valueKey } from "../format/values.ts";
import type { Window } from "../view/range.ts";
import { t } from "../words/words.ts";
import type { Population } from "./breakdown.ts";
import { beginsBucket, bucketAt, bucketEdges } from "./buckets.ts";
import { InsightsError } from "./errors.ts";
import type { Trend, TrendBucket } from "./trend.ts";

/** What a trend is read from: how many conversations, when (a time cell), and their sentiments. */
export type TrendRow = { count: number; time: unknown; sentiments: readonly string[] };

/** Where a trend is drawn. `cells` is the grain of its time cells, where they are not exact times. */
export type TrendFrame = {
  window: Window;
  zone: string;
  grain: Trend["grain"];
  cells?: Trend["grain"] | undefined;
  population: Population;
};

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

/** Cells of one answer are all cut alike, so that a few of them tell. */
const enough = 50;

/** Whether the account cuts its hours or days elsewhere than the zone does, as one would that took no zone. */
function isShifted(rows: readonly TrendRow[], { zone, cells }: TrendFrame): boolean {
  if (!cells) return false;
  return rows.slice(0, enough).some(({ time }) => !beginsBucket(parseTime(time, zone), zone, cells));
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
    if (!bucket) throw new InsightsError("contract", () => t("errors.detail.time", { cell: String(row.time) }));
    if (row.sentiments.length > 1) overlap = true;
    addRow(bucket, row, withSentiment);
  }
  const buckets = open.map(({ counts, total }, place): TrendBucket => {
    const start = edges[place] ?? window.from;
    const end = edges[place + 1] ?? window.to;
    return { start, end, counts, total, partial: start < window.from || end > window.to };
  });
  const keys = [...new Set(open.flatMap(({ counts }) => [...counts.keys()]))];
  return { grain, zone, population, keys, buckets, overlap, shifted: isShifted(rows, frame) };
}

/**
 * Lays counts by sentiment over the counts of all. They may leave conversations without a sentiment out, and hold those
 * with several more than once.
 *
 * @param having of each bucket the conversations that have a sentiment, each once; `bySentiment` itself where none has
 * several.
 */
export function withRest(all: Trend, bySentiment: Trend, having: Trend = bySentiment): Trend {
  let overlap = bySentiment.overlap;
  const buckets = all.buckets.map((bucket, place): TrendBucket => {
    const counts = new Map(bySentiment.buckets[place]?.counts);
    counts.delete("");
    const parts = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const some = having === bySentiment ? parts : (having.buckets[place]?.total ?? 0);
    if (parts > Math.min(some, bucket.total)) overlap = true;
    if (bucket.total > some) counts.set("", bucket.total - some);
    return { ...bucket, counts };
  });
  const keys = bySentiment.keys.filter((key) => key !== "");
  const anyRest = buckets.some(({ counts }) => counts.has(""));
  return { ...all, buckets, keys: anyRest ? [...keys, ""] : keys, overlap };
}
