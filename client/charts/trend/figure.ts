import { formatCount } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import { barColor, textInside } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { axisWidth, ink, muted, plotHeight, plotWidth } from "../save/layout.ts";
import { textWidth } from "../save/text-lines.ts";
import { timeTicks } from "../time/ticks.ts";
import type { PreparedTrend, TrendRow } from "./prepare.ts";
import { countScale } from "./scale.ts";
import type { Trend } from "./trend.ts";

/** The room over the bars for their totals. */
const head = 20;

/** The axis of counts with its lines. */
function countAxis(max: number, ticks: readonly number[]): Drawn[] {
  return ticks.flatMap((tick): Drawn[] => {
    const y = head + plotHeight - (tick / max) * plotHeight;
    return [
      { kind: "rect", x: axisWidth, y, width: plotWidth - axisWidth, height: 1, color: "var(--chart-grid)" },
      { kind: "text", x: axisWidth - 8, y: y + 4, text: formatCount(tick), color: muted, anchor: "end" },
    ];
  });
}

function heightOf({ counts }: TrendRow): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

type Box = { x: number; width: number; max: number; isNamed: boolean };

/** The layers of one bucket, with their counts in them where these have room, and what they are together over them. */
function bucketMarks(row: TrendRow, series: PreparedTrend["series"], { x, width, max, isNamed }: Box): Drawn[] {
  const isPale = row.partial || row.fresh;
  const middle = { x: x + width / 2, anchor: "middle" as const };
  let top = head + plotHeight;
  const layers = row.counts.flatMap((count, layer): Drawn[] => {
    const height = (count / max) * plotHeight;
    top -= height;
    const { key = "", color = barColor } = series[layer] ?? {};
    const text = formatCount(count);
    const fits = row.counts.length > 1 && height >= 16 && textWidth(text) + 4 <= width;
    const inside = isPale ? ink : textInside(key);
    return [
      { kind: "rect", x, y: top, width, height, color, opacity: isPale ? 0.45 : 1 },
      ...(fits ? [{ kind: "text" as const, ...middle, y: top + height / 2 + 4, text, color: inside }] : []),
    ];
  });
  if (!isNamed || row.ahead) return layers;
  return [...layers, { kind: "text", ...middle, y: top - 6, text: formatCount(row.total), color: ink }];
}

/**
 * The stacked bars of the trend, the period before as a line; what is not whole is paler. Where every bar has the room for
 * its total there is no axis, which would say the same.
 */
export function trendFigure({ rows, series, hasSentiment, previousTotal }: PreparedTrend, trend: Trend): Figure {
  const highest = rows.reduce((most, row) => Math.max(most, row.previous ?? 0, heightOf(row)), 0);
  const { max, ticks } = countScale(highest, 5);
  const wide = plotWidth / Math.max(1, rows.length);
  const isNamed = rows.every(({ total }) => textWidth(formatCount(total)) + 4 <= wide);
  const left = isNamed ? 0 : axisWidth;
  const band = (plotWidth - left) / Math.max(1, rows.length);
  const xOf = (place: number) => left + band * place;
  const bars = rows.flatMap((row, place) =>
    bucketMarks(row, series, { x: xOf(place) + band * 0.1, width: band * 0.8, max, isNamed }),
  );
  const places = new Map(rows.map(({ start }, place) => [start, place]));
  const names = timeTicks(trend, plotWidth - left).map(
    ({ start, label }): Drawn => ({
      kind: "text",
      x: xOf((places.get(start) ?? 0) + 0.5),
      y: head + plotHeight + 18,
      text: label,
      color: muted,
      anchor: "middle",
    }),
  );
  const points = rows.flatMap(({ previous }, place): [number, number][] =>
    previous === undefined ? [] : [[xOf(place + 0.5), head + plotHeight - (previous / max) * plotHeight]],
  );
  const before: Drawn[] = previousTotal === undefined ? [] : [{ kind: "line", points, color: ink, dashed: true }];
  return {
    height: head + plotHeight + 24,
    marks: [...(isNamed ? [] : countAxis(max, ticks)), ...bars, ...before, ...names],
    legend: [
      ...(hasSentiment ? series.map(({ label, color, shape }) => ({ label, color, shape })) : []),
      ...(previousTotal === undefined ? [] : [{ label: t("charts.previous.legend"), color: ink, shape: "╌" }]),
    ],
  };
}
