import { type ColumnSizingState, functionalUpdate, type Updater, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import type { ViewColumn } from "../../view/columns.ts";
import { changeLook, currentLook } from "../../view/look.ts";
import type { Look } from "../../view/shared-look.ts";
import type { Sort } from "../../view/view.ts";
import { gridColumns, gridFeatures } from "./grid-columns.ts";

export type GridModel = {
  columns: readonly ViewColumn[];
  look: Look;
  /** The order that the server sends the rows in. */
  sort: Sort | undefined;
};

const noRows: readonly never[] = [];

function onColumnSizingChange(update: Updater<ColumnSizingState>): void {
  const now = currentLook();
  changeLook({ ...now, widths: functionalUpdate(update, now.widths) });
}

/** The model of the grid's columns: their order, pins, widths and sorting. Rows are drawn without one. */
export function useGridTable({ columns, look, sort }: GridModel) {
  const defs = useMemo(() => gridColumns(columns), [columns]);
  const { pinned, widths } = look;
  const { field, direction } = sort ?? {};
  // The view and the look own all of it: the model is told, and keeps nothing for itself.
  const state = useMemo(() => {
    const order = columns.map((column) => column.field);
    return {
      columnOrder: order,
      columnPinning: { start: order.filter((one) => pinned.includes(one)), end: [] },
      columnSizing: widths,
      sorting: field === undefined ? [] : [{ id: field, desc: direction === "DESC" }],
    };
  }, [columns, pinned, widths, field, direction]);
  // The same model as long as these are the same: what is drawn from it need not be drawn anew with each scrolled row.
  const options = useMemo(
    () => ({ features: gridFeatures, columns: defs, data: noRows, state, manualSorting: true, onColumnSizingChange }),
    [defs, state],
  );
  return useTable(options);
}

export type GridTable = ReturnType<typeof useGridTable>;
