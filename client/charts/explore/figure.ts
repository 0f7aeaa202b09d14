import { numbersLocale } from "../../browser/region.ts";
import { currentLocale } from "../../words/words.ts";
import { barColor } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { beside, labelledRows } from "../save/labelled-rows.ts";
import { ink, muted, plotHeight, plotWidth } from "../save/layout.ts";
import { textWidth } from "../save/text-lines.ts";
import { lineParts, stretches } from "./line-parts.ts";
import { domainOf, type ExplorePoint } from "./prepare.ts";

/** Bars, or a line that breaks where a value is missing. */
export function exploreFigure(points: readonly ExplorePoint[], isTime: boolean): Figure {
  const { min, max } = domainOf(points);
  if (isTime) return lineFigure(points, min, max);
  const { start, height, rows, labels } = labelledRows(points.map(({ label }) => label));
  const room = plotWidth - start - beside - Math.max(0, ...points.map(({ short }) => textWidth(short)));
  const at = (value: number) => start + ((value - min) / (max - min)) * room;
  const marks = points.flatMap(({ value, short }, place): Drawn[] => {
    const { top, height: rowHeight, foot } = rows[place] ?? { top: 0, height: 0, foot: 0 };
    const [zero, own] = [at(0), at(value ?? 0)];
    const [x, end] = [Math.min(zero, own), Math.max(zero, own)];
    return [
      { kind: "rect", x, y: top + rowHeight / 2 - 8, width: end - x, height: 16, color: barColor },
      { kind: "text", x: end + beside, y: foot, text: short, color: ink },
    ];
  });
  return { height, marks: [...labels, ...marks], legend: [] };
}

function lineFigure(points: readonly ExplorePoint[], min: number, max: number): Figure {
  const left = 90;
  const place = new Map(points.map(({ key }, index) => [key, index]));
  const x = ({ key }: ExplorePoint) =>
    left + ((place.get(key) ?? 0) / Math.max(1, points.length - 1)) * (plotWidth - left);
  const y = (value: number) => plotHeight - ((value - min) / (max - min)) * plotHeight;
  const parts = lineParts(points);
  const line = (of: "solid" | "dashed") =>
    stretches(parts.map((point) => ({ ...point, value: point[of] }))).map(
      (stretch): Drawn => ({
        kind: "line",
        points: stretch.map((point) => [x(point), y(point.value ?? 0)]),
        color: barColor,
        dashed: of === "dashed",
      }),
    );
  const dots = points.flatMap((point): Drawn[] =>
    point.value === undefined
      ? []
      : [{ kind: "rect", x: x(point) - 2, y: y(point.value) - 2, width: 4, height: 4, color: barColor }],
  );
  const rounded = new Intl.NumberFormat(numbersLocale(currentLocale()), { maximumFractionDigits: 2 });
  const ends = [...new Set([min, 0, max])].flatMap((value): Drawn[] => [
    { kind: "rect", x: left, y: y(value), width: plotWidth - left, height: 1, color: "var(--chart-grid)" },
    { kind: "text", x: left - 8, y: y(value) + 4, text: rounded.format(value), color: muted, anchor: "end" },
  ]);
  const every = Math.max(1, Math.ceil(points.length / 5));
  const names = points
    .map((point): Drawn => ({ kind: "text", x: x(point), y: plotHeight + 18, text: point.label, color: muted }))
    .filter((_, index) => index % every === 0 && index < points.length - every / 2);
  return {
    height: plotHeight + 24,
    marks: [...ends, ...line("solid"), ...line("dashed"), ...dots, ...names],
    legend: [],
  };
}
