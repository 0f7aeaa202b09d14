import { formatClock, formatTime } from "../../format/time.ts";
import { t } from "../../words/words.ts";
import { outsideNotes, overlapNote, restNotes } from "../card/words.ts";
import { barColor, type Mark, sentimentSeries } from "../marks/marks.ts";
import type { PreviousPeriod } from "../previous/previous-period.ts";
import { dayName } from "../time/ticks.ts";
import { type BucketState, bucketState, freshNote, partialNote } from "../time/unfinished.ts";
import { countScale, type Scale } from "./scale.ts";
import type { Trend, TrendBucket } from "./trend.ts";

/** One layer of the stacked bars. The only layer of an account without sentiment has no shape. */
export type Series = Omit<Mark, "shape"> & { shape: string | undefined; total: number };

export type TrendRow = BucketState & {
  start: number;
  end: number;
  /** The bucket's name in full, for tooltip and table. */
  label: string;
  /** What the same bucket of the period before held; undefined where nothing is held against it. */
  previous: number | undefined;
  /** Conversations, each once. */
  total: number;
  /** The height of each layer, in the order of the series. */
  counts: readonly number[];
};

export type PreparedTrend = {
  grain: Trend["grain"];
  hasSentiment: boolean;
  /** The conversations of the period before; undefined where nothing is compared. */
  previousTotal: number | undefined;
  series: readonly Series[];
  rows: readonly TrendRow[];
  scale: Scale;
};

function bucketLabel({ start, end }: TrendBucket, trend: Trend): string {
  const day = dayName(trend)(start);
  return trend.grain === "day" ? day : `${day}, ${formatClock(start, trend.zone)}–${formatClock(end, trend.zone)}`;
}

/** What a trend is held against: the trend of the period before, and the moment of the view. */
export type Beside = { previous?: { trend: Trend; period: PreviousPeriod } | undefined; at?: number | undefined };

/** The count of the bucket of the previous period for each bucket; none of them stands for two. */
function previousCounts({ buckets, grain }: Trend, previous: Beside["previous"]): (number | undefined)[] {
  if (!previous || previous.trend.grain !== grain) return buckets.map(() => undefined);
  const byStart = new Map(previous.trend.buckets.map(({ start, total }) => [start, total]));
  return buckets.map(({ start }) => {
    const then = previous.period.back(start);
    const total = byStart.get(then);
    byStart.delete(then);
    return total;
  });
}

/** Layers in the fixed order, a row for every bucket, and the axis. */
export function prepareTrend(trend: Trend, { previous, at }: Beside = {}): PreparedTrend {
  const before = previousCounts(trend, previous);
  const hasSentiment = trend.keys.length > 0;
  const marks: (Omit<Mark, "shape"> & { shape: string | undefined })[] = hasSentiment
    ? sentimentSeries(trend.keys, trend.restUnknown)
    : [{ key: "", label: t("charts.columns.conversations"), color: barColor, shape: undefined }];
  const rows = trend.buckets.map(
    (bucket, place): TrendRow => ({
      start: bucket.start,
      end: bucket.end,
      label: bucketLabel(bucket, trend),
      ...bucketState(bucket, at),
      previous: before[place],
      total: bucket.total,
      counts: hasSentiment ? marks.map(({ key }) => bucket.counts.get(key) ?? 0) : [bucket.total],
    }),
  );
  const series = marks.map((mark, index) => ({
    ...mark,
    total: rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0),
  }));
  const highest = rows.reduce(
    (most, row) =>
      Math.max(
        most,
        row.previous ?? 0,
        row.counts.reduce((sum, count) => sum + count, 0),
      ),
    0,
  );
  return {
    grain: trend.grain,
    hasSentiment,
    previousTotal: previous?.trend.population.count,
    series,
    rows,
    scale: countScale(highest, 4),
  };
}

function severalNote({ overlap, keys }: Trend): string | undefined {
  if (!overlap) return undefined;
  return keys.length > 0 ? overlapNote("sentiment") : t("charts.countedTwice");
}

/** What must be said beside the trend, drawn or written. */
export function trendNotes(trend: Trend, at?: number): string[] {
  const { buckets, zone, grain, shifted, outside } = trend;
  const isAhead = at !== undefined && buckets.some(({ start }) => start >= at);
  const aheadNote = isAhead ? t("charts.trend.ahead", { time: formatTime(at, zone) }) : undefined;
  const shiftedNote = shifted ? t(`charts.shifted.${grain}`, { zone }) : undefined;
  const unfinished = [partialNote(grain, buckets), freshNote(buckets, at, zone)];
  const restNote = restNotes(trend.keys.includes(""), trend.restUnknown);
  const notes = [...unfinished, aheadNote, shiftedNote, severalNote(trend), ...outsideNotes(outside), ...restNote];
  return notes.filter((note) => note !== undefined);
}
