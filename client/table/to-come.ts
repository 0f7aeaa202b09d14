import type { Rows } from "../rows/use-rows.ts";

/** Whether the first rows of a list are still on their way, and nothing else stands in their place. */
export function isToCome(rows: Rows): boolean {
  return rows.isFirstLoad || (rows.isUpdating && rows.error === null && rows.count === 0);
}
