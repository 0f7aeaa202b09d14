import { useEffect } from "react";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Told } from "../api/told.ts";
import { makeStore, useStore } from "../ui/store.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { Rows } from "./use-rows.ts";

/** The fields that this account cannot sort by, as far as lists have told while this page is open. Its metadata does not. */
const known = makeStore<ReadonlySet<string>>(new Set());

export function useUnsorted(): ReadonlySet<string> {
  return useStore(known);
}

/**
 * Remembers the field that a list was asked to be sorted by first, where its rows are not. What else the list is told of
 * may have been left out for another reason, e.g. because one query has no room for it.
 */
export function useNoteUnsorted({ told, isUpdating }: Rows, { query }: InsightsQueryRequest): void {
  const first = query.orderBy?.[0]?.field;
  const field = first !== undefined && !isUpdating && told.unsorted.includes(first) ? first : undefined;
  useEffect(() => {
    if (field !== undefined && !known.get().has(field)) known.set(new Set([...known.get(), field]));
  }, [field]);
}

/** Columns with what became known of them: nothing sorts by one that cannot be sorted by. */
export function withUnsorted(columns: readonly ViewColumn[], fields: ReadonlySet<string>): readonly ViewColumn[] {
  return fields.size === 0
    ? columns
    : columns.map((column) => (fields.has(column.field) ? { ...column, sortable: false } : column));
}

/** Columns with what their list is told of: some are in no row, and by some the rows are not sorted. */
export function withTold(columns: readonly ViewColumn[], { notReturned, unsorted }: Told): readonly ViewColumn[] {
  if (notReturned.length + unsorted.length === 0) return columns;
  return columns.map((column) => {
    const isLeftOut = notReturned.includes(column.field);
    const sortable = column.sortable && !isLeftOut && !unsorted.includes(column.field);
    return { ...column, sortable, ...(isLeftOut ? { notReturned: true as const } : {}) };
  });
}
