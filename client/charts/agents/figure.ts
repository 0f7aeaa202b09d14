import { barColor, notSetColor } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { ink, labelWidth, muted, plotWidth, rowHeight } from "../save/layout.ts";
import type { AgentColumn, AgentLine } from "./prepare.ts";

const columnWidth = 116;

/** The colour of an agent's bar: AI has that of its icon. */
export function agentColor({ row }: AgentLine): string {
  if (row.raw === undefined) return notSetColor;
  return row.kind === "ai" ? "var(--speaker-ai)" : barColor;
}

/** All agents with their bars and figures: a file has the room. */
export function agentFigure(lines: readonly AgentLine[], columns: readonly AgentColumn[]): Figure {
  const room = Math.max(40, plotWidth - labelWidth - columns.length * columnWidth);
  const end = (place: number) => plotWidth - (columns.length - 1 - place) * columnWidth;
  const heads = columns.map(
    ({ head }, place): Drawn => ({ kind: "text", x: end(place), y: 16, text: head, color: muted, anchor: "end" }),
  );
  const marks = lines.flatMap((line, place): Drawn[] => {
    const y = (place + 1) * rowHeight;
    return [
      { kind: "text", x: 0, y: y + 16, text: line.label.slice(0, 26), color: ink },
      { kind: "rect", x: labelWidth, y: y + 4, width: line.part * room, height: 16, color: agentColor(line) },
      ...line.cells.map(
        ({ text }, column): Drawn => ({ kind: "text", x: end(column), y: y + 16, text, color: ink, anchor: "end" }),
      ),
    ];
  });
  return { height: (lines.length + 1) * rowHeight, marks: [...heads, ...marks], legend: [] };
}
