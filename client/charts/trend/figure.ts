import { formatCount } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import { barColor } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { axisWidth, ink, muted, plotHeight, plotWidth } from "../save/layout.ts";
import type { PreparedTrend } from "./prepare.ts";
import { countScale } from "./scale.ts";

function xOf(place: number, count: number): number {
  return axisWidth + ((plotWidth - axisWidth) / count) * place;
}

/** The axis of counts with its lines. */
function countAxis(max: number, ticks: readonly number[]): Drawn[] {
  return ticks.flatMap((tick): Drawn[] => {
    const y = plotHeight - (tick / max) * plotHeight;
    return [
      { kind: "rect", x: axisWidth, y, width: plotWidth - axisWidth, height: 1, color: "var(--chart-grid)" },
      { kind: "text", x: axisWidth - 8, y: y + 4, text: formatCount(tick), color: muted, anchor: "end" },
    ];
  });
}

/** The stacked bars of the trend, the period before as a line; what is not whole is paler. */
export function trendFigure({ rows, series, hasSentiment, previousTotal }: PreparedTrend): Figure {
  const highest = rows.reduce(
    (most, { counts, previous }) =>
      Math.max(
        most,
        previous ?? 0,
        counts.reduce((sum, count) => sum + count, 0),
      ),
    0,
  );
  const { max, ticks } = countScale(highest, 5);
  const band = (plotWidth - axisWidth) / rows.length;
  const every = Math.max(1, Math.ceil(rows.length / 6));
  const bars = rows.flatMap(({ counts, partial, fresh }, place) => {
    let below = 0;
    return counts.map((count, layer): Drawn => {
      const height = (count / max) * plotHeight;
      below += height;
      const color = series[layer]?.color ?? barColor;
      const box = { x: xOf(place, rows.length) + band * 0.1, y: plotHeight - below, width: band * 0.8, height };
      return { kind: "rect", ...box, color, opacity: partial || fresh ? 0.45 : 1 };
    });
  });
  const names = rows
    .map(
      ({ label }, place): Drawn => ({
        kind: "text",
        x: xOf(place, rows.length),
        y: plotHeight + 18,
        text: label,
        color: muted,
      }),
    )
    .filter((_, place) => place % every === 0);
  const points = rows.flatMap(({ previous }, place): [number, number][] =>
    previous === undefined ? [] : [[xOf(place + 0.5, rows.length), plotHeight - (previous / max) * plotHeight]],
  );
  const before: Drawn[] = previousTotal === undefined ? [] : [{ kind: "line", points, color: ink, dashed: true }];
  return {
    height: plotHeight + 24,
    marks: [...countAxis(max, ticks), ...bars, ...before, ...names],
    legend: [
      ...(hasSentiment ? series.map(({ label, color, shape }) => ({ label, color, shape })) : []),
      ...(previousTotal === undefined ? [] : [{ label: t("charts.previous.legend"), color: ink, shape: "╌" }]),
    ],
  };
}
