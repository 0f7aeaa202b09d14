import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ViewColumn } from "../view/columns.ts";
import type { Sort } from "../view/view.ts";
import { t } from "../words/words.ts";
import classes from "./grid.module.css";
import { pinned } from "./pinned.ts";
import { ResizeHandle } from "./ResizeHandle.tsx";
import { ariaSort, nextSort } from "./sort.ts";

export type GridHeaderProps = {
  columns: readonly ViewColumn[];
  /** How far from the beginning of the line each of the first columns stays. */
  pins: readonly number[];
  /** The widths of the columns that were given one. */
  widths: Readonly<Record<string, number>>;
  sort: Sort | undefined;
  usualSort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
};

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

function SortButton({
  column,
  sort,
  usualSort,
  onSort,
}: { column: ViewColumn } & Omit<GridHeaderProps, "columns" | "pins" | "widths">) {
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

function Unsortable({ column }: { column: ViewColumn }) {
  const why = t("table.head.unsortable");
  return (
    <span className={classes.label} title={[column.description, why].filter(Boolean).join(" · ")}>
      {column.label}
      <VisuallyHidden>. {why}</VisuallyHidden>
    </span>
  );
}

/** The header: always in sight, a click sorts, an edge is moved. */
export function GridHeader({ columns, pins, widths, ...sorting }: GridHeaderProps) {
  return (
    <thead className={classes.head}>
      <tr className={classes.headRow} aria-rowindex={1}>
        {columns.map((column, place) => (
          <th
            key={column.field}
            scope="col"
            className={classes.headCell}
            aria-label={column.label}
            data-kind={column.kind}
            {...pinned(pins[place])}
            aria-colindex={place + 1}
            {...(column.sortable ? { "aria-sort": ariaSort(column.field, sorting.sort ?? sorting.usualSort) } : {})}
          >
            {column.sortable ? <SortButton column={column} {...sorting} /> : <Unsortable column={column} />}
            <ResizeHandle field={column.field} label={column.label} width={widths[column.field]} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
