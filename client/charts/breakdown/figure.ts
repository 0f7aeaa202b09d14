import { t } from "../../words/words.ts";
import { previousTick } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { beside, labelledRows } from "../save/labelled-rows.ts";
import { ink, plotWidth } from "../save/layout.ts";
import { textWidth } from "../save/text-lines.ts";
import { type Bar, longestOf } from "./prepare.ts";
import { sharesOf } from "./shares.ts";

/** `2,307 (25.2%)`, or `25.2% (2,307) ┃ 24.6% (2,198) +0.6 pt` beside the period before. */
function numbersOf(bar: Bar, population: number): string {
  const { share, count, before } = sharesOf(bar, population);
  if (!before) return `${count} (${share})`;
  return [`${share} (${count})`, previousTick, `${before.share} (${before.count})`, before.change].join(" ");
}

/** All bars, none left out: a file has the room. Each has its label before it and its numbers behind it. */
export function barsFigure(bars: readonly Bar[], population: number): Figure {
  const longest = longestOf(bars);
  const { start, height, rows, labels } = labelledRows(
    bars.map(({ shape, label }) => (shape ? `${shape} ${label}` : label)),
  );
  const values = bars.map((bar) => numbersOf(bar, population));
  const room = plotWidth - start - beside - Math.max(0, ...values.map(textWidth));
  const marks = bars.flatMap(({ count, previous, color }, place): Drawn[] => {
    const { top, height: rowHeight, foot } = rows[place] ?? { top: 0, height: 0, foot: 0 };
    const [width, mark] = [(count / longest) * room, previous && (previous.count / longest) * room];
    const middle = top + rowHeight / 2;
    const tick = { kind: "rect" as const, y: middle - 12, width: 2, height: 24, color: ink };
    return [
      { kind: "rect", x: start, y: middle - 8, width, height: 16, color },
      ...(mark === undefined ? [] : [{ ...tick, x: start + mark - 1 }]),
      { kind: "text", x: start + Math.max(width, mark ?? 0) + beside, y: foot, text: values[place] ?? "", color: ink },
    ];
  });
  const isCompared = bars.some(({ previous }) => previous !== undefined);
  const legend = isCompared ? [{ label: t("charts.previous.legend"), color: ink, shape: previousTick }] : [];
  return { height, marks: [...labels, ...marks], legend };
}
