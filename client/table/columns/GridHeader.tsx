import classes from "../grid.module.css";
import { SelectHead } from "../select/SelectHead.tsx";
import type { SelectRows } from "../select/use-selection.ts";
import { HeaderCell, type HeaderSorting, type MoveColumn } from "./HeaderCell.tsx";
import type { GridTable } from "./use-grid-table.ts";

export type GridHeaderProps = HeaderSorting & {
  table: GridTable;
  /** Left out where rows cannot be selected. */
  chosen: SelectRows | undefined;
  /** Left out where the order of the columns is not a person's. */
  onMove: MoveColumn | undefined;
};

/** The header: always in sight, a click sorts, an edge is moved, and a column that is dragged goes elsewhere. */
export function GridHeader({ table, chosen, onMove, ...sorting }: GridHeaderProps) {
  const lead = chosen ? 1 : 0;
  return (
    <thead className={classes.head}>
      {table.getHeaderGroups().map(({ id, headers }) => (
        <tr key={id} className={classes.headRow} aria-rowindex={1}>
          {chosen ? <SelectHead chosen={chosen} /> : null}
          {headers.map(({ id: field, column }, place) => (
            <HeaderCell
              key={field}
              table={table}
              tableColumn={column}
              index={place + lead + 1}
              // Pinned columns stay among the pinned, as they are drawn.
              among={headers.filter((one) => one.column.getIsPinned() === column.getIsPinned()).map((one) => one.id)}
              onMove={onMove}
              {...sorting}
            />
          ))}
        </tr>
      ))}
    </thead>
  );
}
