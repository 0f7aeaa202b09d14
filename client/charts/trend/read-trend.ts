import type { Roles } from "../../../contract/fields.ts";
import type { Row } from "../../../contract/page.ts";
import { InsightsError } from "../../api/errors.ts";
import { hasLost, roundingStep } from "../../api/told.ts";
import { parseTime } from "../../format/time.ts";
import { cellMembers, valueKey } from "../../format/values.ts";
import type { Population } from "../../insights/breakdown.ts";
import type { Window } from "../../view/range.ts";
import { reachesInto } from "../../view/reach-of-bucket.ts";
import { t } from "../../words/words.ts";
import { beginsBucket, bucketAt, bucketEdges } from "../time/buckets.ts";
import type { Trend, TrendBucket } from "./trend.ts";

/** What a trend is read from: how many conversations, when (a time cell), and their sentiments. */
export type TrendRow = { count: number; time: unknown; sentiments: readonly string[] };

/**
 * Where a trend is drawn. `cells` is the grain of its time cells, where they are not exact times; `cellZone` is the zone
 * of those without an offset.
 */
export type TrendFrame = {
  window: Window;
  zone: string;
  cellZone: string;
  grain: Trend["grain"];
  cells?: Trend["grain"] | undefined;
  /** Whether the rows are all that match, or those that are loaded. */
  kind: Population["kind"];
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
function isShifted(rows: readonly TrendRow[], { zone, cellZone, cells }: TrendFrame): boolean {
  if (!cells) return false;
  return rows.slice(0, enough).some(({ time }) => !beginsBucket(parseTime(time, cellZone), zone, cells));
}

/**
 * Puts rows into the buckets of a window. A bucket without a row counts zero: a count of nothing is a count. What is not
 * of the window is in no bucket, and is counted.
 *
 * @throws InsightsError when a time cannot be read: a chart must not leave conversations out.
 */
export function readTrend(rows: readonly TrendRow[], frame: TrendFrame, withSentiment: boolean): Trend {
  const { window, zone, cellZone, grain, cells, kind } = frame;
  const edges = bucketEdges(window, zone, grain);
  const open: Open[] = edges.slice(1).map(() => ({ counts: new Map(), total: 0 }));
  let overlap = false;
  let [count, outside] = [0, 0];
  for (const row of rows) {
    const ms = parseTime(row.time, cellZone);
    const bucket = ms === undefined ? undefined : open[bucketAt(edges, ms)];
    if (ms === undefined || !bucket)
      throw new InsightsError("contract", () => t("errors.detail.time", { cell: String(row.time) }));
    if (!reachesInto(window, ms, cells, zone)) {
      outside += row.count;
      continue;
    }
    if (row.sentiments.length > 1) overlap = true;
    count += row.count;
    addRow(bucket, row, withSentiment);
  }
  const buckets = open.map(({ counts, total }, place): TrendBucket => {
    const start = edges[place] ?? window.from;
    const end = edges[place + 1] ?? window.to;
    return { start, end, counts, total, partial: start < window.from || end > window.to };
  });
  const keys = [...new Set(open.flatMap(({ counts }) => [...counts.keys()]))];
  const shifted = isShifted(rows, frame);
  return { grain, zone, population: { kind, count }, outside, keys, buckets, overlap, shifted };
}

/** A trend of all with the layers of another, as they are. */
function splitBy(all: Trend, { buckets, keys, overlap }: Trend): Trend {
  const counts = (place: number) => buckets[place]?.counts ?? new Map();
  return { ...all, buckets: all.buckets.map((bucket, place) => ({ ...bucket, counts: counts(place) })), keys, overlap };
}

/**
 * Lays counts by sentiment over the counts of all. They may leave conversations without a sentiment out, and hold those
 * with several more than once. Where rows of any of them could not be read, the rest is of no known sentiment, and what is
 * more than it could be shows nothing.
 *
 * @param having of each bucket the conversations that have a sentiment, each once; `bySentiment` itself where none has
 * several.
 */
export function withRest(all: Trend, bySentiment: Trend, having: Trend = bySentiment): Trend {
  // Sums of rounded figures leave no rest: what has no sentiment is a figure of its own.
  if (roundingStep(bySentiment.told) !== undefined && bySentiment.keys.includes("")) return splitBy(all, bySentiment);
  let overlap = bySentiment.overlap;
  const restUnknown = [all, bySentiment, having].some(hasLost);
  const buckets = all.buckets.map((bucket, place): TrendBucket => {
    const counts = new Map(bySentiment.buckets[place]?.counts);
    counts.delete("");
    const parts = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const known = having === bySentiment ? parts : (having.buckets[place]?.total ?? 0);
    const some = restUnknown ? Math.max(known, Math.min(parts, bucket.total)) : known;
    if (!restUnknown && parts > Math.min(some, bucket.total)) overlap = true;
    if (bucket.total > some) counts.set("", bucket.total - some);
    return { ...bucket, counts };
  });
  const keys = bySentiment.keys.filter((key) => key !== "");
  const anyRest = buckets.some(({ counts }) => counts.has(""));
  return { ...all, buckets, keys: anyRest ? [...keys, ""] : keys, restUnknown, overlap };
}
