import { formatClock } from "../../format/time.ts";
import type { Trend, TrendBucket } from "../../insights/trend.ts";
import { t } from "../../words/words.ts";
import { barColor, type Mark, sentimentSeries } from "./marks.ts";
import { countScale, type Scale } from "./scale.ts";
import { dayName } from "./ticks.ts";
import { overlapNote } from "./words.ts";

/** One layer of the stacked bars. The only layer of an account without sentiment has no shape. */
export type Series = Omit<Mark, "shape"> & { shape: string | undefined; total: number };

export type TrendRow = {
  start: number;
  end: number;
  /** The bucket's name in full, for tooltip and table. */
  label: string;
  partial: boolean;
  /** Conversations, each once. */
  total: number;
  /** The height of each layer, in the order of the series. */
  counts: readonly number[];
};

export type PreparedTrend = {
  grain: Trend["grain"];
  hasSentiment: boolean;
  series: readonly Series[];
  rows: readonly TrendRow[];
  scale: Scale;
};

function bucketLabel({ start, end }: TrendBucket, trend: Trend): string {
  const day = dayName(trend)(start);
  return trend.grain === "day" ? day : `${day}, ${formatClock(start, trend.zone)}–${formatClock(end, trend.zone)}`;
}

/** Layers in the fixed order, a row for every bucket, and the axis. */
export function prepareTrend(trend: Trend): PreparedTrend {
  const hasSentiment = trend.keys.length > 0;
  const marks: (Omit<Mark, "shape"> & { shape: string | undefined })[] = hasSentiment
    ? sentimentSeries(trend.keys)
    : [{ key: "", label: t("charts.columns.conversations"), color: barColor, shape: undefined }];
  const rows = trend.buckets.map(
    (bucket): TrendRow => ({
      start: bucket.start,
      end: bucket.end,
      label: bucketLabel(bucket, trend),
      partial: bucket.partial,
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
        row.counts.reduce((sum, count) => sum + count, 0),
      ),
    0,
  );
  return { grain: trend.grain, hasSentiment, series, rows, scale: countScale(highest, 4) };
}

/** `The first and last day are not whole.`, or undefined when every bucket is. */
function partialNote({ grain, buckets }: Trend): string | undefined {
  const first = buckets[0]?.partial === true;
  const last = buckets.at(-1)?.partial === true;
  if (!(first || last)) return undefined;
  if (buckets.length === 1) return t(`charts.trend.${grain}.partialOnly`);
  if (first && last) return t(`charts.trend.${grain}.partialBoth`);
  return t(`charts.trend.${grain}.${first ? "partialFirst" : "partialLast"}`);
}

function severalNote({ overlap, keys }: Trend): string | undefined {
  if (!overlap) return undefined;
  return keys.length > 0 ? overlapNote("sentiment") : t("charts.countedTwice");
}

/** What must be said beside the trend, drawn or written. */
export function trendNotes(trend: Trend): string[] {
  return [partialNote(trend), severalNote(trend)].filter((note) => note !== undefined);
}
