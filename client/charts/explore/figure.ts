import { numbersLocale } from "../../browser/region.ts";
import { currentLocale } from "../../words/words.ts";
import { barColor } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { ink, muted, plotHeight, plotWidth, rowHeight } from "../save/layout.ts";
import { lineParts, stretches } from "./line-parts.ts";
import { domainOf, type ExplorePoint } from "./prepare.ts";

/** Fields of any kind: their values have longer names. */
const labelWidth = 220;

/** Bars, or a line that breaks where a value is missing. */
export function exploreFigure(points: readonly ExplorePoint[], isTime: boolean): Figure {
  const { min, max } = domainOf(points);
  if (isTime) return lineFigure(points, min, max);
  const room = plotWidth - labelWidth - 100;
  const at = (value: number) => labelWidth + ((value - min) / (max - min)) * room;
  const marks = points.flatMap(({ label, value, short }, place): Drawn[] => {
    const y = place * rowHeight;
    const x = Math.min(at(0), at(value ?? 0));
    return [
      { kind: "text", x: 0, y: y + 16, text: label.slice(0, 34), color: ink },
      { kind: "rect", x, y: y + 4, width: Math.abs(at(value ?? 0) - at(0)), height: 16, color: barColor },
      { kind: "text", x: plotWidth, y: y + 16, text: short, color: ink, anchor: "end" },
    ];
  });
  return { height: points.length * rowHeight, marks, legend: [] };
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
