import type { Told } from "../insights/told.ts";
import { makeStore, useStore } from "../ui/store.ts";
import type { ViewColumn } from "../view/columns.ts";

/** The fields that Twilio refused to sort by while this page is open. The metadata does not tell of them. */
const refused = makeStore<ReadonlySet<string>>(new Set());

export function useRefusedSorts(): ReadonlySet<string> {
  return useStore(refused);
}

export function refuseSort(field: string): void {
  if (!refused.get().has(field)) refused.set(new Set([...refused.get(), field]));
}

/** Columns with what became known of them: nothing sorts by one that was refused. */
export function withRefused(columns: readonly ViewColumn[], fields: ReadonlySet<string>): readonly ViewColumn[] {
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
