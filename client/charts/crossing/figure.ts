import { formatCount } from "../../format/numbers.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { ink, labelWidth, plotWidth, rowHeight, valueWidth } from "../save/layout.ts";
import type { PreparedCrossing } from "./prepare.ts";

/** Every channel a whole bar. */
export function crossingFigure({ marks, bars }: PreparedCrossing): Figure {
  const room = plotWidth - labelWidth - valueWidth;
  const drawn = bars.flatMap(({ label, total, segments }, place): Drawn[] => {
    const y = place * rowHeight;
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
  return { height: bars.length * rowHeight, marks: drawn, legend: marks };
}
