import type { OrderKey } from "./order.ts";
import type { Params } from "./params.ts";

/** The order columns of the row that a page begins after, or ends before. */
export type Position = readonly (string | number | null)[];
export type Direction = "after" | "before";

function placeholder(key: OrderKey, value: string | number, params: Params): string {
  if (key.kind === "text") return params.text(String(value));
  return key.kind === "number" ? params.number(Number(value)) : params.integer(Number(value));
}

type Comparison = { beyond: string; same: string };

/** Compares one column with its place in the position; nulls come last when going forward, first when going back. */
function compare(key: OrderKey, value: string | number | null, direction: Direction, params: Params): Comparison {
  const { column } = key;
  const forward = direction === "after";
  if (value === null) return { beyond: forward ? "FALSE" : `${column} IS NOT NULL`, same: `${column} IS NULL` };
  const mark = placeholder(key, value, params);
  const beyond = `${column} ${key.descending === forward ? "<" : ">"} ${mark}`;
  return {
    beyond: forward && !key.required ? `(${beyond} OR ${column} IS NULL)` : beyond,
    same: `${column} = ${mark}`,
  };
}

/** The rows beyond a position. The first column is also bounded alone, so that whole blocks of rows can be skipped. */
export function beyondPosition(
  keys: readonly OrderKey[],
  position: Position,
  direction: Direction,
  params: Params,
): string {
  const compared = keys.map((key, i) => compare(key, position[i] ?? null, direction, params));
  const first = compared[0];
  if (!first) return "FALSE";
  const cases = compared.map(({ beyond }, i) =>
    [...compared.slice(0, i).map(({ same }) => same), beyond].join(" AND "),
  );
  return `(${first.beyond} OR ${first.same}) AND (${cases.map((one) => `(${one})`).join(" OR ")})`;
}

/** The ORDER BY of a page; a page before a position is read backwards. */
export function orderSql(keys: readonly OrderKey[], direction: Direction): string {
  const forward = direction === "after";
  return keys
    .map(
      ({ column, descending }) =>
        `${column} ${descending === forward ? "DESC" : "ASC"} NULLS ${forward ? "LAST" : "FIRST"}`,
    )
    .join(", ");
}
