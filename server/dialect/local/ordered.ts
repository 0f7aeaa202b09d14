import type { Row } from "../../../contract/page.ts";
import type { OrderBy } from "../../../contract/query.ts";
import { readMicros } from "../time/instant.ts";
import { cellOf, numberOf, textOf } from "./cells.ts";

/** The fields that are not compared by their text: times, and numbers that an account may write as text. */
export type OrderKinds = { times: ReadonlySet<string>; numbers: ReadonlySet<string> };

/** What a cell is compared by; undefined where nothing is. */
type SortKey = number | string | undefined;

function sortKey(row: Row, field: string, { times, numbers }: OrderKinds): SortKey {
  const cell = cellOf(row, field);
  if (cell === undefined || typeof cell === "number") return cell;
  const number = times.has(field) ? readMicros(cell) : numbers.has(field) ? numberOf(cell) : undefined;
  return number ?? textOf(cell);
}

/** Numbers stand before texts, so that cells of both kinds have one order. */
function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

/**
 * Puts rows in order, for what an account does not sort itself: numbers and times by their value, texts by their code
 * units, what is not there last in both directions. Rows that are equal in all fields stay in the order they came in.
 *
 * @returns a new list.
 */
export function ordered(
  rows: readonly Row[],
  orderBy: readonly OrderBy[],
  kinds: OrderKinds = { times: new Set(), numbers: new Set() },
): Row[] {
  const signs = orderBy.map(({ direction }) => (direction === "DESC" ? -1 : 1));
  const keyed = rows.map((row) => ({ row, keys: orderBy.map(({ field }) => sortKey(row, field, kinds)) }));
  keyed.sort((one, other) => {
    for (const [place, sign] of signs.entries()) {
      const a = one.keys[place];
      const b = other.keys[place];
      if (a === b) continue;
      if (a === undefined) return 1;
      if (b === undefined) return -1;
      const result = compareKeys(a, b);
      if (result !== 0) return sign * result;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}
