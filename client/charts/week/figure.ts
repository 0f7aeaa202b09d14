import { formatCount } from "../../format/numbers.ts";
import { barColor } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { axisWidth, ink, muted, plotWidth } from "../save/layout.ts";
import { hourName, type PreparedWeek } from "./prepare.ts";

/** The heat map, with its numbers in the cells: a file has the room. */
export function weekFigure({ days, shades }: PreparedWeek): Figure {
  const size = (plotWidth - axisWidth) / 24;
  const drawn = days.flatMap(({ name, cells }, day): Drawn[] => [
    { kind: "text", x: 0, y: day * 30 + 38, text: name, color: ink },
    ...cells.flatMap(({ hour, count, shade }): Drawn[] => {
      const opacity = shade === undefined ? undefined : shades[shade]?.opacity;
      if (opacity === undefined) return [];
      const [x, y] = [axisWidth + hour * size, day * 30 + 20];
      const color = opacity > 0.5 ? "var(--surface)" : ink;
      return [
        { kind: "rect", x, y, width: size - 1, height: 29, color: barColor, opacity },
        { kind: "text", x: x + size / 2, y: y + 19, text: formatCount(count), color, anchor: "middle" },
      ];
    }),
  ]);
  const hours = [0, 6, 12, 18].map(
    (hour): Drawn => ({
      kind: "text",
      x: axisWidth + hour * size,
      y: 12,
      text: hourName(hour).slice(0, 5),
      color: muted,
    }),
  );
  const legend = shades.map(({ from, to, opacity }) => ({
    label: from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`,
    color: barColor,
    opacity,
  }));
  return { height: 232, marks: [...hours, ...drawn], legend };
}
