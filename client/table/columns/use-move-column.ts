import { useEffect, useMemo } from "react";
import type { ViewColumn } from "../../view/columns.ts";
import type { Look } from "../../view/shared-look.ts";
import { late } from "../late.ts";
import type { MoveColumn } from "./HeaderCell.tsx";

const choosing = late(() => import("./column-choice.ts"));

/** Moves a column of the grid to the place of another, and tells which place that is. */
export function useMoveColumn(
  columns: readonly ViewColumn[],
  look: Look,
  onColumns: ((fields: readonly string[]) => void) | undefined,
  tell: (note: string) => void,
): MoveColumn | undefined {
  useEffect(choosing.ask, []);
  return useMemo(() => {
    if (!onColumns) return undefined;
    return (field, onto) => {
      const moved = choosing.get()?.moveOnto(columns, look, field, onto);
      if (!moved) return;
      tell(moved.words);
      onColumns(moved.order);
    };
  }, [columns, look, onColumns, tell]);
}
