import type { Drawn, Figure } from "../../save/figure.ts";
import { labelledRows } from "../../save/labelled-rows.ts";
import { axisWidth, ink, muted, plotHeight, plotWidth } from "../../save/layout.ts";
import type { PreparedSplit, SplitBar, SplitPart } from "./prepare.ts";
import { scaleOf } from "./scale.ts";

const totalWidth = 90;

function partWidth(part: SplitPart, { look }: PreparedSplit, room: number, max: number): number {
  if (look === "share") return (room * part.tenths) / 1000;
  return (room * Math.max(0, part.value ?? 0)) / max;
}

type Place = { start: number; room: number; max: number };

/** The parts of one bar behind one another, each with its value where there is room. */
function stackedRow(bar: SplitBar, prepared: PreparedSplit, middle: number, { start, room, max }: Place): Drawn[] {
  let x = start;
  return bar.parts.flatMap((part): Drawn[] => {
    const width = partWidth(part, prepared, room, max);
    const text = prepared.look === "share" ? part.share : part.short;
    const from = x;
    x += width;
    return [
      { kind: "rect", x: from, y: middle - 9, width: Math.max(0, width - 1), height: 18, color: part.mark.color },
      ...(width > 14 + 7 * text.length
        ? [
            {
              kind: "text",
              x: from + width / 2,
              y: middle + 4,
              text,
              color: "var(--surface)",
              anchor: "middle",
            } as const,
          ]
        : []),
    ];
  });
}

function rows(prepared: PreparedSplit): Figure {
  const { bars, look, marks } = prepared;
  const { max } = scaleOf(prepared);
  // Side by side, each part is a row, and the bar's name stands at its first.
  const names =
    look === "side" ? bars.flatMap(({ label, parts }) => parts.map((_, at) => (at === 0 ? label : ""))) : [];
  const laid = labelledRows(look === "side" ? names : bars.map(({ label }) => label));
  const { start } = laid;
  const place = { start, room: plotWidth - start - totalWidth, max };
  const middleOf = (row: number) => (laid.rows[row]?.top ?? 0) + (laid.rows[row]?.height ?? 0) / 2;
  const value = (row: number, text: string): Drawn => {
    return { kind: "text", x: plotWidth, y: laid.rows[row]?.foot ?? 0, text, color: ink, anchor: "end" };
  };
  const drawn =
    look === "side"
      ? bars
          .flatMap(({ parts }) => parts)
          .flatMap((part, row): Drawn[] => {
            const [y, width] = [middleOf(row) - 9, partWidth(part, prepared, place.room, max)];
            return [{ kind: "rect", x: start, y, width, height: 18, color: part.mark.color }, value(row, part.short)];
          })
      : bars.flatMap((bar, row): Drawn[] => [
          ...stackedRow(bar, prepared, middleOf(row), place),
          ...(bar.total === undefined ? [] : [value(row, String(bar.total))]),
        ]);
  return { height: laid.height, marks: [...laid.labels, ...drawn], legend: marks };
}

function columns(prepared: PreparedSplit): Figure {
  const { bars, look, marks } = prepared;
  const { min, max, ticks } = scaleOf(prepared);
  const step = (plotWidth - axisWidth) / Math.max(1, bars.length);
  const y = (value: number) => plotHeight - ((value - min) / (max - min)) * plotHeight;
  const x = (place: number) => axisWidth + place * step;
  const grid = ticks.flatMap(({ value, label }): Drawn[] => [
    { kind: "rect", x: axisWidth, y: y(value), width: plotWidth - axisWidth, height: 1, color: "var(--chart-grid)" },
    { kind: "text", x: axisWidth - 8, y: y(value) + 4, text: label, color: muted, anchor: "end" },
  ]);
  const every = Math.max(1, Math.ceil(bars.length / 6));
  const names = bars
    .map(({ label }, place): Drawn => ({ kind: "text", x: x(place), y: plotHeight + 18, text: label, color: muted }))
    .filter((_, place) => place % every === 0);
  const stacks = bars.flatMap((bar, place): Drawn[] => {
    let from = 0;
    return bar.parts.map((part): Drawn => {
      const height = look === "share" ? part.tenths / 10 : Math.max(0, part.value ?? 0);
      from += height;
      const top = y(from);
      const width = Math.max(1, step - 3);
      return { kind: "rect", x: x(place), y: top, width, height: y(from - height) - top, color: part.mark.color };
    });
  });
  const lines = marks.flatMap((mark, series): Drawn[] => {
    const points = bars.map((bar, place) => ({ place, value: bar.parts[series]?.value }));
    return points.flatMap(({ place, value }, index): Drawn[] => {
      const next = points[index + 1];
      if (value === undefined || next?.value === undefined) return [];
      const ends = [
        [x(place) + step / 2, y(value)],
        [x(next.place) + step / 2, y(next.value)],
      ] as const;
      return [{ kind: "line", points: ends, color: mark.color }];
    });
  });
  return { height: plotHeight + 24, marks: [...grid, ...(look === "side" ? lines : stacks), ...names], legend: marks };
}

/** A chart of two dimensions for a file: rows of bars, or columns and lines over time. */
export function splitFigure(prepared: PreparedSplit, isTime: boolean): Figure {
  return isTime ? columns(prepared) : rows(prepared);
}
