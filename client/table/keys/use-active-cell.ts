import { type KeyboardEvent, useCallback, useEffect, useId, useState } from "react";
import type { RowWindow } from "../scroll/use-row-window.ts";
import { type CellPlace, movedBy } from "./cell-moves.ts";

/** The cell that the keyboard stands on. The focus stays on the grid, since a drawn cell can scroll out of existence. */
export type ActiveCell = {
  cell: CellPlace | undefined;
  cellId: (row: number, column: number) => string;
  /** Stands on a cell, e.g. one that was clicked. */
  standOn: (cell: CellPlace) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

/** The key as the list reads it: what is to the right is the column before, where lines run from right to left. */
function keyAlong({ key, currentTarget }: KeyboardEvent<HTMLElement>): string {
  const turned = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" } as const;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return key;
  return getComputedStyle(currentTarget).direction === "rtl" ? turned[key] : key;
}

/** Moves through a grid's cells by the keys of the ARIA grid pattern, and brings the cell into sight. */
export function useActiveCell(
  view: RowWindow,
  rowCount: number,
  /** How many there are, and which of them the first key leads to. */
  { columns: columnCount, entry }: { columns: number; entry: number },
  listKey: string,
): ActiveCell {
  const id = useId();
  const [active, setActive] = useState<{ listKey: string; cell: CellPlace }>();
  const cellId = useCallback((row: number, column: number) => `${id}-${row}-${column}`, [id]);
  const kept = active?.listKey === listKey ? active.cell : undefined;
  const cell = kept && kept.row < rowCount && kept.column < columnCount ? kept : undefined;
  const { row, column } = cell ?? {};
  const standOn = useCallback((next: CellPlace) => setActive({ listKey, cell: next }), [listKey]);
  useEffect(() => {
    if (row === undefined || column === undefined) return;
    document.getElementById(cellId(row, column))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [row, column, cellId]);

  return {
    cell,
    cellId,
    standOn,
    onKeyDown(event) {
      // Keys on a header's button are the button's.
      if (event.target !== event.currentTarget || event.altKey || event.metaKey || rowCount === 0) return;
      const size = { rows: rowCount, columns: columnCount, fit: view.fit };
      const next = movedBy(keyAlong(event), event.ctrlKey, cell, { row: view.inSight(), column: entry }, size);
      if (!next) return;
      event.preventDefault();
      view.scrollTo(next.row);
      standOn(next);
    },
  };
}
