import { type RefObject, useEffect, useMemo, useRef } from "react";
import { placeWhere } from "../rows/row-index.ts";
import type { Rows } from "../rows/use-rows.ts";
import { rem } from "../ui/rem.ts";
import { useRootFontScale } from "../ui/root-font-scale.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { Look } from "../view/shared-look.ts";
import { columnTracks, headHeight, leadWidth, printedTracks, rowHeights } from "./columns/column-widths.ts";
import { GridHeader, type GridHeaderProps } from "./columns/GridHeader.tsx";
import { columnOf, pinOf } from "./columns/grid-columns.ts";
import { useGridTable } from "./columns/use-grid-table.ts";
import classes from "./grid.module.css";
import { useActiveCell } from "./keys/use-active-cell.ts";
import { LazyRowMenu } from "./LazyRowMenu.tsx";
import { late } from "./late.ts";
import { type Opening, rowId } from "./opening.ts";
import { usePaintedRows } from "./paint/use-painted-rows.ts";
import { useRowWindow } from "./scroll/use-row-window.ts";
import { selectByKey } from "./select/select-keys.ts";
import type { SelectRows } from "./select/use-selection.ts";
import type { CopyKind } from "./use-copy.ts";
import { useHovered } from "./use-hovered.ts";
import { cellOf, useRowActions } from "./use-row-actions.ts";

/** Until it is there the browser copies marked cells as text. */
const copying = late(() => import("./select/selected-cells.ts"));

export type RowGridProps = Omit<GridHeaderProps, "table" | "chosen"> & {
  rows: Rows;
  columns: readonly ViewColumn[];
  zone: string;
  label: string;
  box: RefObject<HTMLElement | null>;
  opening: Opening | undefined;
  chosen: SelectRows | undefined;
  look: Look;
  onCopy: (kind: CopyKind, text: string) => void;
};

/** The rows as a grid of columns. Only those in and near sight are drawn; the table's model knows columns alone. */
export function RowGrid(props: RowGridProps) {
  const { rows, columns: asked, zone, label, box, opening, chosen, look, onCopy, ...sorting } = props;
  const fontScale = useRootFontScale();
  const rowHeight = Math.round(rowHeights[look.density] * fontScale);
  const grid = useRef<HTMLTableElement>(null);
  const view = useRowWindow(rows, box, rowHeight, headHeight * fontScale);
  const table = useGridTable({ columns: asked, look, sort: sorting.sort ?? sorting.usualSort });
  const cellColumns = useMemo(
    () =>
      [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].map((column) => ({
        column: columnOf(column),
        pin: pinOf(column),
      })),
    [table],
  );
  const columns = useMemo(() => cellColumns.map(({ column }) => column), [cellColumns]);
  const lead = chosen ? 1 : 0;
  const active = useActiveCell(view, rows.count, { columns: columns.length + lead, entry: lead }, rows.listKey);
  const actions = useRowActions({ rows, columns, opening, chosen, copy: onCopy, onCell: active.standOn });
  const mouse = useHovered(cellOf);
  const { idField, openId } = opening ?? {};
  const openPlace = useMemo(() => {
    if (idField === undefined || openId === undefined) return undefined;
    return placeWhere(rows.index, (row) => rowId(row, { idField }) === openId);
  }, [rows.index, idField, openId]);
  const broughtIntoSight = useRef<string>(undefined);
  useEffect(() => {
    if (openId === undefined) broughtIntoSight.current = undefined;
    // Only another open conversation moves the list, once its row is there; not one that was let go of and came back.
    if (openPlace === undefined || broughtIntoSight.current === openId) return;
    broughtIntoSight.current = openId;
    view.scrollTo(openPlace);
    active.standOn({ row: openPlace, column: active.cell?.column ?? lead });
  });
  useEffect(copying.ask, []);
  const { sort, usualSort, onSort, onMove } = sorting;
  const header = useMemo(
    () => <GridHeader {...{ table, chosen, sort, usualSort, onSort, onMove }} />,
    [table, chosen, sort, usualSort, onSort, onMove],
  );
  const body = usePaintedRows({
    drawn: view.drawn,
    columns: cellColumns,
    zone,
    rows,
    opening,
    chosen,
    active,
    hovered: mouse.hovered,
  });
  const activeId = active.cell ? active.cellId(active.cell.row, active.cell.column) : undefined;
  const sizes: Record<`--${string}`, string> = {
    "--columns": `${chosen ? `${rem(leadWidth)} ` : ""}${columnTracks(columns, look)}`,
    "--printed-columns": printedTracks(columns, look),
    "--row-height": `${rowHeight}px`,
    "--grid-least": rem(table.getTotalSize() + lead * leadWidth),
    "--lead": rem(lead * leadWidth),
    "--pinned": rem(table.getStartTotalSize() + lead * leadWidth),
  };
  return (
    <>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA puts this role on a table, which HTML allows; the rule has no exception for it
        role="grid"
        aria-label={label}
        aria-rowcount={rows.ended && !rows.isUpdating ? rows.count + 1 : -1}
        aria-colcount={columns.length + lead}
        aria-multiselectable={chosen ? true : undefined}
        aria-busy={rows.isFirstLoad || (rows.isUpdating && rows.error === null) || rows.isLoadingMore}
        aria-activedescendant={activeId}
        tabIndex={0}
        onKeyDown={(event) => {
          const isOwn = event.target === event.currentTarget && !event.altKey;
          if (isOwn && chosen && selectByKey(event, active.cell, rows.count, chosen)) return;
          const isAction = isOwn && !event.metaKey && actions.onKeyDown(event, active.cell);
          if (!isAction) active.onKeyDown(event);
        }}
        onMouseDown={actions.onMouseDown}
        onClick={actions.onClick}
        onPointerOver={mouse.onPointerOver}
        onPointerLeave={mouse.onPointerLeave}
        onCopy={(event) => {
          const table = copying.get()?.markedTable(event.currentTarget, document.getSelection());
          if (table === undefined) return;
          event.clipboardData.setData("text/plain", table);
          event.preventDefault();
        }}
        onContextMenu={(event) =>
          actions.onContextMenu(event, active.cell, activeId === undefined ? null : document.getElementById(activeId))
        }
        className={classes.grid}
        style={sizes}
      >
        {header}
        {/* Ids, values and times mean what they say in every language. */}
        <tbody
          ref={body}
          className={classes.body}
          data-updating={rows.isUpdating || undefined}
          translate="no"
          style={{ height: view.height }}
        />
      </table>
      <LazyRowMenu
        at={actions.menu}
        onClose={() => {
          actions.closeMenu();
          grid.current?.focus();
        }}
        onCopy={actions.onCopy}
        onOpen={actions.onOpen}
      />
    </>
  );
}
