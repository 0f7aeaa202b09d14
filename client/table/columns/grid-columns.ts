import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSortingFeature,
  type Column as TableColumn,
  tableFeatures,
} from "@tanstack/react-table";
import type { ViewColumn } from "../../view/columns.ts";
import { narrowest, widest } from "../../view/shared-look.ts";
import { leastWidthOf } from "./column-widths.ts";

/** What the grid's model knows beyond its core. No row model but the core's: the server sorts, filters and pages. */
export const gridFeatures = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<{ column: ViewColumn }>(),
});

export type GridTableColumn = TableColumn<typeof gridFeatures, never>;

const helper = createColumnHelper<typeof gridFeatures, never>();

/** Cells are painted without the model; but only a column that has values can be sorted by. */
const noValue = (): unknown => undefined;

/** The definitions of the visible columns; what is hidden is not asked for either, so there is nothing to define. */
export function gridColumns(columns: readonly ViewColumn[]) {
  return columns.map((column) =>
    helper.accessor(noValue, {
      id: column.field,
      header: column.label,
      size: leastWidthOf(column),
      minSize: narrowest,
      maxSize: widest,
      enableSorting: column.sortable,
      meta: { column },
    }),
  );
}

/** The column of the view that a column of the model stands for. */
export function columnOf({ id, columnDef }: GridTableColumn): ViewColumn {
  const column = columnDef.meta?.column;
  if (!column) throw new Error(`The column ${id} was not defined by the view.`);
  return column;
}

/** How far from the beginning of the line a pinned column stays. */
export function pinOf(column: GridTableColumn): number | undefined {
  return column.getIsPinned() ? column.getStart("start") : undefined;
}
