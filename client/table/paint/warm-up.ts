import type { CellKind } from "../../../contract/roles/role.ts";
import { type CellColumn, gridRow } from "./grid-row.tsx";
import { paintAgain, paintNew } from "./host.ts";

/** Values that take each kind of cell through what it does for most rows. */
const examples: Record<CellKind, readonly [unknown, unknown]> = {
  time: ["2026-01-01T00:00:00Z", "2026-01-02T12:34:56Z"],
  id: ["00000000000000000000000000", "11111111111111111111111111"],
  channel: [["voice"], ["sms", "voice"]],
  language: [["en"], ["es"]],
  sentiment: ["positive", "negative"],
  status: ["active", "closed"],
  number: [0, 1.5],
  duration: [59, 3600],
  text: ["a", "b"],
};

const mark = "data-warm-up";

/** Whether a node is such a row. */
export function isWarmUpRow(node: Node): boolean {
  return node instanceof Element && node.hasAttribute(mark);
}

/**
 * Draws a row that is neither visible nor read out, while the first page is on its way: the browser then has the code,
 * the fonts and the formatters of dates and languages ready, which the first rows would wait for.
 *
 * @returns takes it away again.
 */
export function warmUp(body: HTMLElement, columns: readonly CellColumn[], zone: string): () => void {
  const shown = (turn: 0 | 1) =>
    gridRow({
      row: Object.fromEntries(columns.map(({ column: { field, kind } }) => [field, examples[kind][turn]])),
      id: undefined,
      place: turn,
      top: 0,
      columns,
      zone,
      isUpdating: false,
      isOpen: false,
      select: "no",
      tools: undefined,
      activeColumn: undefined,
      cellId: (place, column) => `warm-up-${place}-${column}`,
    });
  const painted = paintNew(shown(0));
  paintAgain(painted, shown(1));
  painted.element.setAttribute("aria-hidden", "true");
  painted.element.setAttribute(mark, "");
  body.append(painted.element);
  return () => painted.element.remove();
}
