import { flexRender } from "@tanstack/react-table";
import { memo } from "react";
import classes from "./grid.module.css";
import type { GridTableRow } from "./grid-columns.tsx";

export type GridRowProps = {
  row: GridTableRow;
  /** The row's place in the whole list. */
  place: number;
  top: number;
  /** What the cells are drawn by: another identity means other columns or another zone. */
  columns: unknown;
  /** Whether the rows are a former view's, which may not have been asked for every column. */
  isUpdating: boolean;
  /** The column that the keyboard stands on, if it stands in this row. */
  activeColumn: number | undefined;
  cellId: (place: number, column: number) => string;
};

function GridRowContent({ row, place, top, isUpdating, activeColumn, cellId }: GridRowProps) {
  return (
    // The first row of the grid is its header.
    <tr className={classes.row} style={{ transform: `translateY(${top}px)` }} aria-rowindex={place + 2}>
      {row.getAllCells().map((cell, column) => (
        <td
          key={cell.id}
          id={cellId(place, column)}
          className={classes.cell}
          aria-colindex={column + 1}
          data-active={activeColumn === column || undefined}
        >
          {isUpdating && !(cell.column.id in row.original)
            ? null
            : flexRender(cell.column.columnDef.cell, cell.getContext())}
        </td>
      ))}
    </tr>
  );
}

/**
 * One row. The table makes its row objects anew with every slice it is fed, so a row is the same when it shows the
 * same data: scrolling draws the rows that come into sight and leaves the others alone.
 */
export const GridRow = memo(
  GridRowContent,
  (a, b) =>
    a.row.original === b.row.original &&
    a.place === b.place &&
    a.top === b.top &&
    a.columns === b.columns &&
    a.isUpdating === b.isUpdating &&
    a.activeColumn === b.activeColumn &&
    a.cellId === b.cellId,
);
