import { formatCount, formatShare } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import type { Bar } from "../breakdown/prepare.ts";
import type { PreparedCrossing } from "../crossing/prepare.ts";
import { barColor } from "../marks/marks.ts";
import type { PreparedTrend } from "../trend/prepare.ts";
import { countScale } from "../trend/scale.ts";
import { hourName, type PreparedWeek } from "../week/prepare.ts";
import { type Drawn, type Figure, ink, muted, plotWidth } from "./figure.ts";

const labelWidth = 180;
const valueWidth = 130;
const line = 26;

/** All bars, none left out: a file has the room. */
export function barsFigure(bars: readonly Bar[], population: number): Figure {
  const longest = bars.reduce((most, { count, former }) => Math.max(most, count, former ?? 0), 1);
  const room = plotWidth - labelWidth - valueWidth;
  const marks = bars.flatMap(({ label, shape, count, former, color }, place): Drawn[] => {
    const y = place * line;
    const value = `${formatCount(count)}  ${formatShare(count, population)}`;
    return [
      { kind: "text", x: 0, y: y + 16, text: shape ? `${shape} ${label}` : label, color: ink },
      { kind: "rect", x: labelWidth, y: y + 4, width: (count / longest) * room, height: 16, color },
      ...(former === undefined
        ? []
        : [
            {
              kind: "rect" as const,
              x: labelWidth + (former / longest) * room - 1,
              y,
              width: 2,
              height: 24,
              color: ink,
            },
          ]),
      { kind: "text", x: plotWidth, y: y + 16, text: value, color: ink, anchor: "end" },
    ];
  });
  const compared = bars.some(({ former }) => former !== undefined);
  const legend = compared ? [{ label: t("charts.former.legend"), color: ink, shape: "|" }] : [];
  return { height: bars.length * line, marks, legend };
}

const plotHeight = 260;
const axis = 56;

function xOf(place: number, count: number): number {
  return axis + ((plotWidth - axis) / count) * place;
}

/** The axis of counts with its lines. */
function countAxis(max: number, ticks: readonly number[]): Drawn[] {
  return ticks.flatMap((tick): Drawn[] => {
    const y = plotHeight - (tick / max) * plotHeight;
    return [
      { kind: "rect", x: axis, y, width: plotWidth - axis, height: 1, color: "var(--chart-grid)" },
      { kind: "text", x: axis - 8, y: y + 4, text: formatCount(tick), color: muted, anchor: "end" },
    ];
  });
}

/** The stacked bars of the trend, the period before as a line; what is not whole is paler. */
export function trendFigure({ rows, series, hasSentiment, formerTotal }: PreparedTrend): Figure {
  const highest = rows.reduce(
    (most, { counts, former }) =>
      Math.max(
        most,
        former ?? 0,
        counts.reduce((sum, count) => sum + count, 0),
      ),
    0,
  );
  const { max, ticks } = countScale(highest, 5);
  const band = (plotWidth - axis) / rows.length;
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
  const points = rows.flatMap(({ former }, place): [number, number][] =>
    former === undefined ? [] : [[xOf(place + 0.5, rows.length), plotHeight - (former / max) * plotHeight]],
  );
  const before: Drawn[] = formerTotal === undefined ? [] : [{ kind: "line", points, color: ink, dashed: true }];
  return {
    height: plotHeight + 24,
    marks: [...countAxis(max, ticks), ...bars, ...before, ...names],
    legend: [
      ...(hasSentiment ? series.map(({ label, color, shape }) => ({ label, color, shape })) : []),
      ...(formerTotal === undefined ? [] : [{ label: t("charts.former.legend"), color: ink, shape: "╌" }]),
    ],
  };
}

/** Every channel a whole bar. */
export function crossingFigure({ marks, bars }: PreparedCrossing): Figure {
  const room = plotWidth - labelWidth - valueWidth;
  const drawn = bars.flatMap(({ label, total, segments }, place): Drawn[] => {
    const y = place * line;
    let x = labelWidth;
    const parts = segments.map(({ part, color }): Drawn => {
      const width = part * room;
      x += width;
      return { kind: "rect", x: x - width, y: y + 4, width: Math.max(0, width - 1), height: 16, color };
    });
    return [
      { kind: "text", x: 0, y: y + 16, text: label, color: ink },
      ...parts,
      { kind: "text", x: plotWidth, y: y + 16, text: formatCount(total), color: ink, anchor: "end" },
    ];
  });
  return { height: bars.length * line, marks: drawn, legend: marks };
}

/** The heat map, with its numbers in the cells: a file has the room. */
export function weekFigure({ days, shades }: PreparedWeek): Figure {
  const size = (plotWidth - axis) / 24;
  const drawn = days.flatMap(({ name, cells }, day): Drawn[] => [
    { kind: "text", x: 0, y: day * 30 + 38, text: name, color: ink },
    ...cells.flatMap(({ hour, count, shade }): Drawn[] => {
      const opacity = shade === undefined ? undefined : shades[shade]?.opacity;
      if (opacity === undefined) return [];
      const [x, y] = [axis + hour * size, day * 30 + 20];
      const color = opacity > 0.5 ? "var(--surface)" : ink;
      return [
        { kind: "rect", x, y, width: size - 1, height: 29, color: barColor, opacity },
        { kind: "text", x: x + size / 2, y: y + 19, text: formatCount(count), color, anchor: "middle" },
      ];
    }),
  ]);
  const hours = [0, 6, 12, 18].map(
    (hour): Drawn => ({ kind: "text", x: axis + hour * size, y: 12, text: hourName(hour).slice(0, 5), color: muted }),
  );
  const legend = shades.map(({ from, to, opacity }) => ({
    label: from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`,
    color: barColor,
    opacity,
  }));
  return { height: 232, marks: [...hours, ...drawn], legend };
}
