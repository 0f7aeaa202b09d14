import type { ReactElement, ReactNode } from "react";
import type { Row } from "../../../contract/page.ts";
import { isNumeric, type ViewColumn } from "../../view/columns.ts";
import { cellContent, cellProps, lineClass } from "../cells/cell-content.tsx";
import { heard } from "../cells/heard.tsx";
import { pinned } from "../columns/pinned.ts";
import classes from "../grid.module.css";
import { type SelectState, selectCell } from "../select/select-cell.tsx";
import type { HostProps } from "./host.ts";

/** A column as its cells are drawn: how far from the beginning of the line it stays, where it is pinned. */
export type CellColumn = { column: ViewColumn; pin: number | undefined };

export type GridRowProps = {
  row: Row | undefined;
  /** Of its conversation, for whoever reads the page from outside: the id has no column where there is a name. */
  id: string | undefined;
  place: number;
  top: number;
  /** The columns as they are drawn: another list of them when their order, pins or widths are others. */
  columns: readonly CellColumn[];
  zone: string;
  /** Whether the rows are a former view's, which may not have been asked for every column. */
  isUpdating: boolean;
  /** Whether the conversation is open beside the list. */
  isOpen: boolean;
  select: SelectState;
  /** Its buttons, while the mouse is over it. */
  tools: ReactElement<HostProps> | undefined;
  /** The column that the keyboard stands on, if it stands in this row. */
  activeColumn: number | undefined;
  cellId: (place: number, column: number) => string;
};

type CellParts = Pick<GridRowProps, "row" | "zone" | "isUpdating"> & { column: ViewColumn };

function contentOf({ row, column, zone, isUpdating }: CellParts): ReactNode {
  if (!row) return <span className={classes.absent} aria-hidden="true" />;
  if (isUpdating && !(column.field in row)) return null;
  const content = cellContent(cellProps(column, row, zone, column.isTight));
  const { under } = column;
  if (!under) return content;
  const below = cellProps(under, row, zone);
  return (
    <>
      <span className={`${lineClass({ kind: column.kind, value: row[column.field] })} ${classes.upper}`}>
        {content}
      </span>
      <span className={`${lineClass(below)} ${classes.under}`}>
        {heard(", ")}
        {cellContent(below)}
      </span>
    </>
  );
}

/** The column that a row is called by, at whose end its buttons stand: its name, else its id. */
function namedColumn(columns: readonly CellColumn[]): number {
  const place = (role: string) => columns.findIndex(({ column }) => column.role === role);
  return place("name") >= 0 ? place("name") : place("id");
}

/** Whether a row would be drawn just as before. */
export function isSameRow(before: GridRowProps, now: GridRowProps): boolean {
  return (
    before.row === now.row &&
    before.place === now.place &&
    before.top === now.top &&
    before.columns === now.columns &&
    before.zone === now.zone &&
    before.isUpdating === now.isUpdating &&
    before.isOpen === now.isOpen &&
    before.select === now.select &&
    before.tools === now.tools &&
    before.activeColumn === now.activeColumn &&
    before.cellId === now.cellId
  );
}

/** What a row shows. It is painted (`paint/row-painter.ts`), so there is nothing in it but elements of the document. */
export function gridRow(props: GridRowProps): ReactElement<HostProps> {
  const { row, id, place, top, columns, zone, isUpdating, isOpen, select, tools, activeColumn, cellId } = props;
  const lead = select === "off" ? 0 : 1;
  const named = tools ? namedColumn(columns) : -1;
  return (
    // The first row of the grid is its header.
    <tr
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-rowindex={place + 2}
      data-id={id}
      aria-current={isOpen || undefined}
      aria-selected={select === "off" || select === "never" ? undefined : select === "yes"}
      aria-busy={row === undefined || undefined}
    >
      {lead
        ? selectCell({ state: select, id: cellId(place, 0), nameId: cellId(place, 1), isActive: activeColumn === 0 })
        : null}
      {columns.map(({ column, pin }, i) => (
        <td
          key={column.field}
          // Only what something refers to has a name: the cell with the focus, and the one that names the checkbox.
          id={activeColumn === i + lead || (lead === 1 && i === 0) ? cellId(place, i + lead) : undefined}
          className={`${column.under ? classes.stack : lineClass({ kind: column.kind, value: row?.[column.field] })} ${classes.cell}`}
          data-kind={isNumeric(column) ? "number" : undefined}
          aria-colindex={i + lead + 1}
          {...pinned(pin)}
          data-active={activeColumn === i + lead || undefined}
          data-tools={i === named || undefined}
        >
          {contentOf({ row, column, zone, isUpdating })}
          {i === named ? tools : null}
        </td>
      ))}
    </tr>
  );
}
