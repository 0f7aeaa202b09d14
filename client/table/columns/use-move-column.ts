import { useMemo } from "react";
import type { ViewColumn } from "../../view/columns.ts";
import type { Look } from "../../view/shared-look.ts";
import { moveOnto } from "./column-choice.ts";
import type { MoveColumn } from "./HeaderCell.tsx";

/** Moves a column of the grid to the place of another, and tells which place that is. */
export function useMoveColumn(
  columns: readonly ViewColumn[],
  look: Look,
  onColumns: ((fields: readonly string[]) => void) | undefined,
  tell: (note: string) => void,
): MoveColumn | undefined {
  return useMemo(() => {
    if (!onColumns) return undefined;
    return (field, onto) => {
      const { order, words } = moveOnto(columns, look, field, onto);
      tell(words);
      onColumns(order);
    };
  }, [columns, look, onColumns, tell]);
}
