import { formatCount, formatShare } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { ink, labelWidth, plotWidth, rowHeight, valueWidth } from "../save/layout.ts";
import type { Bar } from "./prepare.ts";

/** All bars, none left out: a file has the room. */
export function barsFigure(bars: readonly Bar[], population: number): Figure {
  const longest = bars.reduce((most, { count, previous }) => Math.max(most, count, previous ?? 0), 1);
  const room = plotWidth - labelWidth - valueWidth;
  const marks = bars.flatMap(({ label, shape, count, previous, color }, place): Drawn[] => {
    const y = place * rowHeight;
    const value = `${formatCount(count)}  ${formatShare(count, population)}`;
    return [
      { kind: "text", x: 0, y: y + 16, text: shape ? `${shape} ${label}` : label, color: ink },
      { kind: "rect", x: labelWidth, y: y + 4, width: (count / longest) * room, height: 16, color },
      ...(previous === undefined
        ? []
        : [
            {
              kind: "rect" as const,
              x: labelWidth + (previous / longest) * room - 1,
              y,
              width: 2,
              height: 24,
              color: ink,
            },
          ]),
      { kind: "text", x: plotWidth, y: y + 16, text: value, color: ink, anchor: "end" },
    ];
  });
  const compared = bars.some(({ previous }) => previous !== undefined);
  const legend = compared ? [{ label: t("charts.previous.legend"), color: ink, shape: "|" }] : [];
  return { height: bars.length * rowHeight, marks, legend };
}
