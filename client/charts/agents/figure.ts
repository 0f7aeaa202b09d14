import { barColor, notSetColor } from "../marks/marks.ts";
import type { Drawn, Figure } from "../save/figure.ts";
import { labelledRows } from "../save/labelled-rows.ts";
import { ink, muted, plotWidth } from "../save/layout.ts";
import type { AgentColumn, AgentLine } from "./prepare.ts";

const columnWidth = 116;

/** The colour of an agent's bar: AI has that of its icon. */
export function agentColor({ row }: AgentLine): string {
  if (row.raw === undefined) return notSetColor;
  return row.kind === "ai" ? "var(--speaker-ai)" : barColor;
}

/** All agents with their bars and figures: a file has the room. */
export function agentFigure(lines: readonly AgentLine[], columns: readonly AgentColumn[]): Figure {
  const { start, height, rows, labels } = labelledRows(["", ...lines.map(({ label }) => label)]);
  const room = Math.max(40, plotWidth - start - columns.length * columnWidth);
  const end = (place: number) => plotWidth - (columns.length - 1 - place) * columnWidth;
  const texts = (row: number, cells: readonly string[], color: string): Drawn[] =>
    cells.map((text, place) => ({ kind: "text", x: end(place), y: rows[row]?.foot ?? 0, text, color, anchor: "end" }));
  const heads = columns.map(({ head }) => head);
  const marks = lines.flatMap((line, place): Drawn[] => {
    const middle = (rows[place + 1]?.top ?? 0) + (rows[place + 1]?.height ?? 0) / 2;
    const cells = line.cells.map(({ text }) => text);
    return [
      { kind: "rect", x: start, y: middle - 8, width: line.part * room, height: 16, color: agentColor(line) },
      ...texts(place + 1, cells, ink),
    ];
  });
  return { height, marks: [...texts(0, heads, muted), ...labels, ...marks], legend: [] };
}
