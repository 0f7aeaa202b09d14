import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ViewColumn } from "../view/columns.ts";
import type { Sort } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./grid.module.css";
import { columnOf, pinOf } from "./grid-columns.ts";
import { pinned } from "./pinned.ts";
import { ResizeHandle } from "./ResizeHandle.tsx";
import { SelectHead } from "./SelectHead.tsx";
import { ariaSort, nextSort } from "./sort.ts";
import type { GridTable } from "./use-grid-table.ts";
import type { SelectRows } from "./use-selection.ts";

export type GridHeaderProps = {
  table: GridTable;
  /** Left out where rows cannot be selected. */
  chosen: SelectRows | undefined;
  sort: Sort | undefined;
  usualSort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
};

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

type SortButtonProps = { column: ViewColumn; state: keyof typeof icons } & Omit<GridHeaderProps, "table" | "chosen">;

function SortButton({ column, state, sort, usualSort, onSort }: SortButtonProps) {
  const isUsual = sort === undefined && state !== "none";
  const Arrow = icons[state];
  return (
    <UnstyledButton
      className={classes.sort}
      title={[column.description, isUsual && t("table.head.usualSort")].filter(Boolean).join(" · ") || undefined}
      onClick={() => onSort(nextSort(column.field, sort, usualSort))}
    >
      <span className={classes.label}>{column.label}</span>
      <Arrow size={13} aria-hidden="true" className={classes.arrow} data-state={isUsual ? "usual" : state} />
    </UnstyledButton>
  );
}

function Unsortable({ column }: { column: ViewColumn }) {
  const why = t("table.head.unsortable");
  return (
    <span className={classes.label} title={[column.description, why].filter(Boolean).join(" · ")}>
      {column.label}
      <VisuallyHidden>, {why}</VisuallyHidden>
    </span>
  );
}

/** The header: always in sight, a click sorts, an edge is moved. */
export function GridHeader({ table, chosen, ...sorting }: GridHeaderProps) {
  const { columnSizing } = table.state;
  const lead = chosen ? 1 : 0;
  return (
    <thead className={classes.head}>
      {table.getHeaderGroups().map(({ id, headers }) => (
        <tr key={id} className={classes.headRow} aria-rowindex={1}>
          {chosen ? <SelectHead chosen={chosen} /> : null}
          {headers.map((header, place) => {
            const tableColumn = header.column;
            const column = columnOf(tableColumn);
            const state = ariaSort(tableColumn.getIsSorted());
            const sortable = tableColumn.getCanSort();
            return (
              <th
                key={header.id}
                scope="col"
                className={classes.headCell}
                aria-label={column.label}
                data-kind={column.kind}
                {...pinned(pinOf(tableColumn))}
                aria-colindex={place + lead + 1}
                {...(sortable ? { "aria-sort": state } : {})}
              >
                {sortable ? <SortButton column={column} state={state} {...sorting} /> : <Unsortable column={column} />}
                <ResizeHandle
                  label={column.label}
                  width={columnSizing[column.field]}
                  onWidth={(width) => {
                    if (width === undefined) tableColumn.resetSize();
                    else table.setColumnSizing((widths) => ({ ...widths, [column.field]: width }));
                  }}
                />
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}
