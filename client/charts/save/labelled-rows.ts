import type { Drawn } from "./figure.ts";
import { ink } from "./layout.ts";
import { linesOf, textWidth } from "./text-lines.ts";

const lineHeight = 16;
const air = 10;
const mostLabel = 260;
/** Between a label and its bar, and between a bar and its value. */
export const beside = 8;

/** The rows of a figure, one under another, with a label at the beginning of each. In pixels. */
export type LabelledRows = {
  /** Where bars begin. */
  start: number;
  height: number;
  rows: readonly { top: number; height: number /** Where the foot of one line of text is. */; foot: number }[];
  labels: readonly Drawn[];
};

/** Lays rows out so that every label stands at its bar; a long one takes several lines and is never cut. */
export function labelledRows(labels: readonly string[]): LabelledRows {
  const width = Math.min(mostLabel, Math.max(0, ...labels.map(textWidth)));
  const start = width + beside;
  let height = 0;
  const drawn: Drawn[] = [];
  const rows = labels.map((label) => {
    const lines = linesOf(label, width);
    const row = { top: height, height: lines.length * lineHeight + air, foot: 0 };
    const middle = row.top + row.height / 2;
    row.foot = middle + 4;
    const first = row.foot - ((lines.length - 1) * lineHeight) / 2;
    drawn.push(
      ...lines.map((text, place): Drawn => {
        return { kind: "text", x: width, y: first + place * lineHeight, text, color: ink, anchor: "end" };
      }),
    );
    height += row.height;
    return row;
  });
  return { start, height, rows, labels: drawn };
}
