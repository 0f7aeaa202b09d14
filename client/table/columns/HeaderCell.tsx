import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { type KeyboardEvent, useRef } from "react";
import { headingOf, isNumeric, type ViewColumn } from "../../view/columns.ts";
import type { Sort } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import classes from "../grid.module.css";
import drop from "./column-drop.module.css";
import { columnOf, type GridTableColumn, pinOf } from "./grid-columns.ts";
import parts from "./head-cell.module.css";
import { pinned } from "./pinned.ts";
import { ResizeHandle } from "./ResizeHandle.tsx";
import { ariaSort, nextSort } from "./sort.ts";
import { type ColumnDrag, useColumnDrag } from "./use-column-drag.ts";
import type { GridTable } from "./use-grid-table.ts";

export type HeaderSorting = {
  sort: Sort | undefined;
  usualSort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
};

/** Moves a column to the place of another. */
export type MoveColumn = (field: string, onto: string) => void;

/** As a screen reader is told them; alone with Alt, the arrow would lead back to the former page. */
const moveKeys = "Control+Shift+ArrowLeft Control+Shift+ArrowRight";

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

type SortButtonProps = HeaderSorting & {
  column: ViewColumn;
  source: ColumnDrag["source"] | undefined;
  state: keyof typeof icons;
};

/**
 * Of a column that cannot be sorted it is a button still, which does nothing and says why: the focus stays on it when
 * that is found out, and so do the keys that move the column.
 */
function SortButton({ column, source, state, sort, usualSort, onSort }: SortButtonProps) {
  const { field, description, sortable } = column;
  const isUsual = sort === undefined && state !== "none";
  const why = !sortable && t("table.head.unsortable");
  const Arrow = icons[state];
  return (
    <UnstyledButton
      className={parts.sort}
      title={[description, isUsual && t("table.head.usualSort"), why].filter(Boolean).join(" · ") || undefined}
      aria-disabled={!sortable || undefined}
      {...(source ? { ...source, "aria-keyshortcuts": moveKeys } : {})}
      onClick={() => sortable && onSort(nextSort(field, sort, usualSort))}
    >
      <span className={parts.label} data-label>
        {headingOf(column)}
      </span>
      {why ? (
        <VisuallyHidden>, {why}</VisuallyHidden>
      ) : (
        <Arrow size="0.8125rem" aria-hidden="true" className={parts.arrow} data-state={isUsual ? "usual" : state} />
      )}
    </UnstyledButton>
  );
}

export type HeaderCellProps = HeaderSorting & {
  table: GridTable;
  tableColumn: GridTableColumn;
  /** Its place in the line, from 1. */
  index: number;
  /** The fields that it can change places with, itself among them, as they are drawn. */
  among: readonly string[];
  onMove: MoveColumn | undefined;
};

/** By how many places a key moves a column; undefined for another key. */
function stepOf({ key, ctrlKey, shiftKey, altKey, metaKey, currentTarget }: KeyboardEvent): number | undefined {
  if (!ctrlKey || !shiftKey || altKey || metaKey) return undefined;
  const forward = getComputedStyle(currentTarget).direction === "rtl" ? -1 : 1;
  if (key === "ArrowRight") return forward;
  return key === "ArrowLeft" ? -forward : undefined;
}

/** The head of a column. */
export function HeaderCell({ table, tableColumn, index, among, onMove, ...sorting }: HeaderCellProps) {
  const column = columnOf(tableColumn);
  const { field, label } = column;
  const drag = useColumnDrag(field, among, (dropped) => onMove?.(dropped, field));
  const source = onMove && drag.source;
  const sortable = tableColumn.getCanSort();
  const state = ariaSort(tableColumn.getIsSorted());

  const own = useRef<HTMLTableCellElement>(null);

  function onWidth(width: number | undefined): void {
    if (width === undefined) tableColumn.resetSize();
    else table.setColumnSizing((widths) => ({ ...widths, [field]: width }));
  }

  async function fitContent(): Promise<void> {
    const { fitWidth } = await import("./fit-width.ts");
    const grid = own.current?.closest("[role=grid]");
    if (grid) onWidth(fitWidth(grid, index));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = stepOf(event);
    if (step === undefined || !onMove) return;
    event.preventDefault();
    const onto = among[among.indexOf(field) + step];
    if (onto !== undefined) onMove(field, onto);
  }

  return (
    <th
      ref={own}
      scope="col"
      className={`${classes.headCell} ${drop.target}`}
      aria-label={headingOf(column)}
      data-kind={isNumeric(column) ? "number" : undefined}
      data-drop={drag.side}
      {...pinned(pinOf(tableColumn))}
      aria-colindex={index}
      {...(sortable ? { "aria-sort": state } : {})}
      onKeyDown={onKeyDown}
      {...(onMove ? drag.target : {})}
    >
      <SortButton column={column} source={source} state={state} {...sorting} />
      <ResizeHandle
        label={label}
        width={table.state.columnSizing[field]}
        onWidth={onWidth}
        // A file that cannot be loaded leaves the width as it is.
        onFit={() => void fitContent().catch(() => undefined)}
      />
    </th>
  );
}
