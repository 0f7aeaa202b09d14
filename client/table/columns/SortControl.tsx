import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { ViewColumn } from "../../view/columns.ts";
import type { Sort } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import classes from "../cards.module.css";
import { asSort } from "./sort.ts";

export type SortControlProps = {
  columns: readonly ViewColumn[];
  sort: Sort | undefined;
  usualSort: Sort | undefined;
  onSort: (sort: Sort | undefined) => void;
  /** The name of the order where it is none of these columns'. */
  other?: string | undefined;
};

/** What the header does on a wide screen: the field to sort by, and the direction. */
export function SortControl({ columns, sort, usualSort, onSort, other }: SortControlProps) {
  const sortable = columns.filter((column) => column.sortable);
  const now = sort ?? usualSort;
  if (sortable.length === 0) return null;
  const Arrow = now?.direction === "ASC" ? IconArrowUp : IconArrowDown;
  const isListed = sortable.some(({ field }) => field === now?.field);
  return (
    <div className={classes.sort}>
      <select
        className={classes.sortBy}
        aria-label={t("table.sort.by")}
        value={isListed ? now?.field : ""}
        onChange={({ currentTarget: { value } }) =>
          value && onSort(asSort({ field: value, direction: "DESC" }, usualSort))
        }
      >
        {isListed ? null : <option value="">{other ?? t("table.sort.other")}</option>}
        {sortable.map(({ field, label }) => (
          <option key={field} value={field}>
            {label}
          </option>
        ))}
      </select>
      {now ? (
        <ActionIcon
          size={30}
          variant="default"
          aria-label={t(now.direction === "ASC" ? "table.sort.ascending" : "table.sort.descending")}
          title={t(now.direction === "ASC" ? "table.sort.ascending" : "table.sort.descending")}
          onClick={() => onSort(asSort({ ...now, direction: now.direction === "ASC" ? "DESC" : "ASC" }, usualSort))}
        >
          <Arrow size="0.9375rem" aria-hidden="true" />
        </ActionIcon>
      ) : null}
    </div>
  );
}
