import { useMemo } from "react";
import type { ViewColumn } from "../view/columns.ts";
import type { Look } from "../view/shared-look.ts";
import { moveColumn, placeWords } from "./column-choice.ts";
import { placedColumns } from "./column-widths.ts";
import type { MoveColumn } from "./HeaderCell.tsx";

/** Moves a column of the grid to the place of another, and tells which place that is, counted as they are drawn. */
export function useMoveColumn(
  columns: readonly ViewColumn[],
  look: Look,
  onColumns: ((fields: readonly string[]) => void) | undefined,
  tell: (note: string) => void,
): MoveColumn | undefined {
  return useMemo(() => {
    if (!onColumns) return undefined;
    const visible = columns.map((column) => column.field);
    return (field, onto) => {
      const next = moveColumn(visible, field, visible.indexOf(onto));
      const moved = next.flatMap((one) => columns.find((column) => column.field === one) ?? []);
      const drawn = placedColumns(moved, look).map((column) => column.field);
      tell(placeWords(columns, drawn, field));
      onColumns(next);
    };
  }, [columns, look, onColumns, tell]);
}
