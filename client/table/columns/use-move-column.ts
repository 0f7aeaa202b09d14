import { useMemo } from "react";
import type { ViewColumn } from "../../view/columns.ts";
import type { Look } from "../../view/shared-look.ts";
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
    const move = async (field: string, onto: string): Promise<void> => {
      // No first paint moves a column.
      const { moveOnto } = await import("./column-choice.ts");
      const { order, words } = moveOnto(columns, look, field, onto);
      tell(words);
      onColumns(order);
    };
    // A file that cannot be loaded leaves them where they are.
    return (field, onto) => void move(field, onto).catch(() => undefined);
  }, [columns, look, onColumns, tell]);
}
