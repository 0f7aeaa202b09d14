import type { Sort } from "../../view/view.ts";

function same(a: Sort, b: Sort | undefined): boolean {
  return a.field === b?.field && a.direction === b.direction;
}

/** A sort as the view keeps it: the usual order is undefined, so that it leaves nothing in the address. */
export function asSort(sort: Sort, usual: Sort | undefined): Sort | undefined {
  return same(sort, usual) ? undefined : sort;
}

/**
 * The sort after a click on a column's header: descending, ascending, then the usual order again. The usual order
 * itself is undefined, so that it leaves nothing in the address.
 */
export function nextSort(field: string, sort: Sort | undefined, usual: Sort | undefined): Sort | undefined {
  const current = sort ?? usual;
  if (current?.field !== field) {
    return asSort({ field, direction: "DESC" }, usual);
  }
  return current.direction === "DESC" ? { field, direction: "ASC" } : undefined;
}

const spoken = { asc: "ascending", desc: "descending" } as const;

/** The value of a header's `aria-sort`, from how the table's model has its column sorted. */
export function ariaSort(sorted: false | "asc" | "desc"): "ascending" | "descending" | "none" {
  return sorted ? spoken[sorted] : "none";
}
