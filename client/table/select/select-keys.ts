import type { KeyboardEvent } from "react";
import type { CellPlace } from "../keys/cell-moves.ts";
import type { SelectRows } from "./use-selection.ts";

/**
 * Selects by a key of the grid: `x`, or Space on the checkbox; Ctrl or Cmd with `a`; Shift with an arrow, which moves on
 * as well.
 *
 * @returns whether the key was that and nothing else.
 */
export function selectByKey(
  event: KeyboardEvent,
  cell: CellPlace | undefined,
  count: number,
  chosen: SelectRows,
): boolean {
  const { key, shiftKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key === "a") chosen.all();
  else if (!cell || isCommand) return false;
  else if (key === "x" || (key === " " && cell.column === 0)) chosen.toggle(cell.row);
  else {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const to = cell.row + (step ?? 0);
    if (shiftKey && step && to >= 0 && to < count) chosen.extend(to, cell.row);
    return false;
  }
  event.preventDefault();
  return true;
}
