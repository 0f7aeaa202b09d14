import type { RefObject } from "react";
import type { ViewColumn } from "../view/columns.ts";
import { columnTracks, leastWidth } from "./column-widths.ts";
import { GridHeader, type GridHeaderProps } from "./GridHeader.tsx";
import { GridRow } from "./GridRow.tsx";
import classes from "./grid.module.css";
import { useActiveCell } from "./use-active-cell.ts";
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
};

/** The rows as a grid of columns. Only those in and near sight are drawn. */
export function RowGrid({ rows, columns, zone, label, box, ...sorting }: RowGridProps) {
  const view = useRowWindow(rows, box, rowHeight, rowHeight);
  const active = useActiveCell(view, rows.count, columns.length, rows.listKey);
  const tracks: Record<`--${string}`, string> = { "--columns": columnTracks(columns) };
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells the keyboard moves through
      role="grid"
      aria-label={label}
      aria-rowcount={rows.ended && !rows.isUpdating ? rows.count + 1 : -1}
      aria-colcount={columns.length}
      aria-busy={rows.isUpdating || rows.isLoadingMore}
      aria-activedescendant={active.cell ? active.cellId(active.cell.row, active.cell.column) : undefined}
      tabIndex={0}
      onKeyDown={active.onKeyDown}
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
            activeColumn={active.cell?.row === place ? active.cell.column : undefined}
            cellId={active.cellId}
          />
        ))}
      </tbody>
    </table>
  );
}
