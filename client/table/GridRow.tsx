import { memo, type ReactNode } from "react";
import type { Row } from "../../contract/page.ts";
import type { ViewColumn } from "../view/columns.ts";
import { cellContent } from "./cells/cell-content.tsx";
import classes from "./grid.module.css";
import { columnOf, type GridTableColumn, type GridTableRow, pinOf } from "./grid-columns.ts";
import { pinned } from "./pinned.ts";
import { SelectCell, type SelectState } from "./SelectCell.tsx";

export type GridRowProps = {
  /** The row as the table's model has it. */
  line: GridTableRow;
  /** The columns as they are drawn: another list of them when their order, pins or widths are others. */
  columns: readonly GridTableColumn[];
  zone: string;
  /** Whether the rows are a former view's, which may not have been asked for every column. */
  isUpdating: boolean;
  /** Whether the conversation is open beside the list. */
  isOpen: boolean;
  select: SelectState;
  /** The column that the keyboard stands on, if it stands in this row. */
  activeColumn: number | undefined;
  cellId: (place: number, column: number) => string;
};

type CellParts = {
  row: Row | undefined;
  value: unknown;
  column: ViewColumn;
  zone: string;
  isUpdating: boolean;
};

function contentOf({ row, value, column, zone, isUpdating }: CellParts): ReactNode {
  if (!row) return <span className={classes.absent} aria-hidden="true" />;
  if (isUpdating && !(column.field in row)) return null;
  return cellContent({ kind: column.kind, value, zone });
}

/**
 * Whether a row would be drawn just as before. The model makes its rows anew for every slice that is drawn; what tells
 * them apart is what they were made from.
 */
function isSame({ line: before, ...former }: GridRowProps, { line, ...props }: GridRowProps): boolean {
  const [{ row, place, top }, now] = [before.original, line.original];
  return (
    row === now.row &&
    place === now.place &&
    top === now.top &&
    former.columns === props.columns &&
    former.zone === props.zone &&
    former.isUpdating === props.isUpdating &&
    former.isOpen === props.isOpen &&
    former.select === props.select &&
    former.activeColumn === props.activeColumn &&
    former.cellId === props.cellId
  );
}

/** One row. It is the same while it shows the same data: scrolling draws what comes into sight and leaves the rest. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { line, zone, isUpdating, isOpen, select, activeColumn, cellId } = props;
  const { row, place, top } = line.original;
  const lead = select === "off" ? 0 : 1;
  return (
    // The first row of the grid is its header.
    <tr
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={place + 2}
      aria-current={isOpen || undefined}
      aria-selected={select === "off" || select === "never" ? undefined : select === "yes"}
      aria-busy={row === undefined || undefined}
    >
      {lead ? (
        <SelectCell state={select} id={cellId(place, 0)} nameId={cellId(place, 1)} isActive={activeColumn === 0} />
      ) : null}
      {line.getVisibleCells().map((cell, i) => (
        <td
          key={cell.column.id}
          // Only what something refers to has a name: the cell with the focus, and the one that names the checkbox.
          id={activeColumn === i + lead || (lead === 1 && i === 0) ? cellId(place, i + lead) : undefined}
          className={classes.cell}
          aria-colindex={i + lead + 1}
          {...pinned(pinOf(cell.column))}
          data-active={activeColumn === i + lead || undefined}
        >
          {contentOf({ row, value: cell.getValue(), column: columnOf(cell.column), zone, isUpdating })}
        </td>
      ))}
    </tr>
  );
}, isSame);
