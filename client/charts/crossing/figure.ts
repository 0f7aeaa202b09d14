import { formatCount, formatShare } from "../../format/numbers.ts";
import { textInside } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { beside, labelledRows } from "../save/labelled-rows.ts";
import { ink, plotWidth } from "../save/layout.ts";
import { textWidth } from "../save/text-lines.ts";
import type { PreparedCrossing } from "./prepare.ts";

/** Every channel a whole bar, with the share of each part in it where that has the room. */
export function crossingFigure({ marks, bars }: PreparedCrossing): Figure {
  const { start, height, rows, labels } = labelledRows(bars.map(({ label }) => label));
  const totals = bars.map(({ total }) => formatCount(total));
  const room = plotWidth - start - beside - Math.max(0, ...totals.map(textWidth));
  const drawn = bars.flatMap(({ total, segments }, place): Drawn[] => {
    const { top, height: rowHeight, foot } = rows[place] ?? { top: 0, height: 0, foot: 0 };
    let x = start;
    const parts = segments.flatMap(({ key, count, part, color }): Drawn[] => {
      const [left, width] = [x, part * room];
      x += width;
      const share = formatShare(count, total);
      const box = { x: left, y: top + rowHeight / 2 - 8, width: Math.max(0, width - 1), height: 16 };
      const text = { x: left + width / 2, y: foot, text: share, color: textInside(key), anchor: "middle" as const };
      return [
        { kind: "rect", ...box, color },
        ...(width > textWidth(share) + 6 ? [{ kind: "text" as const, ...text }] : []),
      ];
    });
    return [...parts, { kind: "text", x: start + room + beside, y: foot, text: totals[place] ?? "", color: ink }];
  });
  return { height, marks: [...labels, ...drawn], legend: marks };
}
