import { memo } from "react";
import type { Row } from "../../contract/page.ts";
import type { ViewColumn } from "../view/columns.ts";
import { Cell } from "./cells/Cell.tsx";
import classes from "./grid.module.css";
import { pinned } from "./pinned.ts";

export type GridRowProps = {
  /** Undefined while a row that was let go of is on its way again. */
  row: Row | undefined;
  /** The row's place in the whole list. */
  place: number;
  top: number;
  columns: readonly ViewColumn[];
  /** How far from the beginning of the line each of the first columns stays. */
  pins: readonly number[];
  zone: string;
  /** Whether the rows are a former view's, which may not have been asked for every column. */
  isUpdating: boolean;
  /** Whether the conversation is open beside the list. */
  isOpen: boolean;
  /** The column that the keyboard stands on, if it stands in this row. */
  activeColumn: number | undefined;
  cellId: (place: number, column: number) => string;
};

type CellContentProps = { row: Row | undefined; column: ViewColumn; zone: string; isUpdating: boolean };

function CellContent({ row, column, zone, isUpdating }: CellContentProps) {
  if (!row) return <span className={classes.absent} aria-hidden="true" />;
  if (isUpdating && !(column.field in row)) return null;
  return <Cell kind={column.kind} value={row[column.field]} zone={zone} />;
}

/** One row. It is the same while it shows the same data: scrolling draws what comes into sight and leaves the rest. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, place, top, columns, pins, zone, isUpdating, isOpen, activeColumn, cellId } = props;
  return (
    // The first row of the grid is its header.
    <tr
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={place + 2}
      aria-selected={isOpen || undefined}
      aria-busy={row === undefined || undefined}
    >
      {columns.map((column, i) => (
        <td
          key={column.field}
          id={cellId(place, i)}
          className={classes.cell}
          aria-colindex={i + 1}
          {...pinned(pins[i])}
          data-active={activeColumn === i || undefined}
        >
          <CellContent row={row} column={column} zone={zone} isUpdating={isUpdating} />
        </td>
      ))}
    </tr>
  );
});
