import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ViewColumn } from "../view/columns.ts";
import type { Sort } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./grid.module.css";
import { ariaSort, nextSort } from "./sort.ts";

export type GridHeaderProps = {
  columns: readonly ViewColumn[];
  sort: Sort | undefined;
  usualSort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
};

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

function SortButton({ column, sort, usualSort, onSort }: { column: ViewColumn } & Omit<GridHeaderProps, "columns">) {
  const state = ariaSort(column.field, sort ?? usualSort);
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

/** The header: always in sight, a click sorts. */
export function GridHeader({ columns, ...sorting }: GridHeaderProps) {
  return (
    <thead className={classes.head}>
      <tr className={classes.headRow} aria-rowindex={1}>
        {columns.map((column, place) => (
          <th
            key={column.field}
            scope="col"
            className={classes.headCell}
            data-kind={column.kind}
            aria-colindex={place + 1}
            {...(column.sortable ? { "aria-sort": ariaSort(column.field, sorting.sort ?? sorting.usualSort) } : {})}
          >
            {column.sortable ? (
              <SortButton column={column} {...sorting} />
            ) : (
              <span className={classes.label} title={column.description}>
                {column.label}
              </span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
