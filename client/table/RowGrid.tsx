import { type RefObject, useEffect, useRef } from "react";
import type { ViewColumn } from "../view/columns.ts";
import { columnTracks, leastWidth } from "./column-widths.ts";
import { GridHeader, type GridHeaderProps } from "./GridHeader.tsx";
import { GridRow } from "./GridRow.tsx";
import classes from "./grid.module.css";
import { type Opening, rowId } from "./opening.ts";
import { RowMenu } from "./RowMenu.tsx";
import { useActiveCell } from "./use-active-cell.ts";
import type { CopyKind } from "./use-copy.ts";
import { useRowActions } from "./use-row-actions.ts";
import { useRowWindow } from "./use-row-window.ts";
import type { Rows } from "./use-rows.ts";

/** Also in grid.module.css. */
export const rowHeight = 36;

export type RowGridProps = GridHeaderProps & {
  rows: Rows;
  columns: readonly ViewColumn[];
  zone: string;
  label: string;
  box: RefObject<HTMLElement | null>;
  opening: Opening | undefined;
  onCopy: (kind: CopyKind, text: string) => void;
};

/** The place of the open conversation, where its row is held. */
function placeOfId({ index }: Rows, opening: Opening): number | undefined {
  for (let place = index.first; place < index.count; place += 1)
    if (rowId(index.at(place), opening) === opening.openId) return place;
  return undefined;
}

/** The rows as a grid of columns. Only those in and near sight are drawn. */
export function RowGrid({ rows, columns, zone, label, box, opening, onCopy, ...sorting }: RowGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const view = useRowWindow(rows, box, rowHeight, rowHeight);
  const active = useActiveCell(view, rows.count, columns.length, rows.listKey);
  const actions = useRowActions({ rows, columns, opening, copy: onCopy, onCell: active.standOn });
  const openPlace = opening?.openId === undefined ? undefined : placeOfId(rows, opening);
  const { standOn } = active;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another open conversation moves the list
  useEffect(() => {
    if (openPlace === undefined) return;
    view.scrollTo(openPlace);
    standOn({ row: openPlace, column: active.cell?.column ?? 0 });
  }, [opening?.openId, openPlace === undefined]);
  const activeId = active.cell ? active.cellId(active.cell.row, active.cell.column) : undefined;
  const tracks: Record<`--${string}`, string> = { "--columns": columnTracks(columns) };
  return (
    <>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells the keyboard moves through
        role="grid"
        aria-label={label}
        aria-rowcount={rows.ended && !rows.isUpdating ? rows.count + 1 : -1}
        aria-colcount={columns.length}
        aria-busy={rows.isUpdating || rows.isLoadingMore}
        aria-activedescendant={activeId}
        tabIndex={0}
        onKeyDown={(event) => {
          const isOwn = event.target === event.currentTarget && !event.altKey && !event.metaKey;
          if (!isOwn || !actions.onKeyDown(event, active.cell)) active.onKeyDown(event);
        }}
        onClick={actions.onClick}
        onContextMenu={(event) =>
          actions.onContextMenu(event, active.cell, activeId === undefined ? null : document.getElementById(activeId))
        }
        className={classes.grid}
        data-updating={rows.isUpdating || undefined}
        style={{ ...tracks, minWidth: leastWidth(columns) }}
      >
        <GridHeader columns={columns} {...sorting} />
        <tbody className={classes.body} style={{ height: view.height }}>
          {view.drawn.map(({ place, top, row }) => (
            <GridRow
              key={place}
              row={row}
              place={place}
              top={top}
              columns={columns}
              zone={zone}
              isUpdating={rows.isUpdating}
              isOpen={opening?.openId !== undefined && rowId(row, opening) === opening.openId}
              activeColumn={active.cell?.row === place ? active.cell.column : undefined}
              cellId={active.cellId}
            />
          ))}
        </tbody>
      </table>
      <RowMenu
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
