import type { Dimension, Label } from "../catalogue/types.ts";
import { badRequest } from "../http/errors.ts";
import type { Params } from "./params.ts";
import type { PlannedLeaf } from "./plan.ts";
import { readTime } from "./zone.ts";

function wrongValue({ dimension, path }: PlannedLeaf, value: string, wanted: string): never {
  throw badRequest(`${path}: '${value}' is not ${wanted} for '${dimension.name}'`, { field: dimension.name, value });
}

function single(leaf: PlannedLeaf): string {
  const [value, ...more] = leaf.values;
  if (value === undefined || more.length > 0) {
    throw badRequest(`${leaf.path}: ${leaf.op} on '${leaf.dimension.name}' takes exactly one value`, {
      field: leaf.dimension.name,
    });
  }
  return value;
}

/** Which labels a comparison takes. A comparison with an array asks for its members; arrays have no greater or less. */
function matches(leaf: PlannedLeaf, label: Label): boolean {
  const { op, values } = leaf;
  const members = typeof label === "string" ? [label] : label;
  if (op === "EQ" || op === "IN") return members.some((one) => values.includes(one));
  if (op === "NE") return !members.some((one) => values.includes(one));
  if (typeof label !== "string") {
    throw badRequest(`${leaf.path}: ${op} cannot be used on '${leaf.dimension.name}'`, { field: leaf.dimension.name });
  }
  return op === "GT" ? label > single(leaf) : label < single(leaf);
}

function codedLeaf(leaf: PlannedLeaf, labels: readonly Label[], sql: string, params: Params): string {
  const codes = labels.flatMap((label, code) => (matches(leaf, label) ? [code] : []));
  if (codes.length === 0) return "FALSE";
  return `${sql} IN (${codes.map((code) => params.integer(code)).join(", ")})`;
}

/** The values as placeholders of the column's kind: one by one for a comparison, as one list for many. */
function bound(
  leaf: PlannedLeaf,
  values: readonly string[],
  zone: string,
  params: Params,
): { one: string; list: string } {
  const lazy = <T>(read: readonly T[], one: (value: T) => string, list: (all: readonly T[]) => string) => {
    const [first] = read;
    return read.length === 1 && first !== undefined ? { one: one(first), list: "" } : { one: "", list: list(read) };
  };
  if (leaf.dimension.kind === "time") {
    const times = values.map((value) => readTime(value, zone) ?? wrongValue(leaf, value, "a date or an ISO 8601 time"));
    return lazy(
      times,
      (time) => params.integer(time),
      (all) => params.integers(all),
    );
  }
  if (leaf.dimension.kind === "number") {
    const read = (value: string) => (value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : undefined);
    const numbers = values.map((value) => read(value) ?? wrongValue(leaf, value, "a number"));
    return lazy(
      numbers,
      (number) => params.number(number),
      (all) => params.numbers(all),
    );
  }
  return lazy(
    values,
    (text) => params.text(text),
    (all) => params.texts(all),
  );
}

function plainLeaf(leaf: PlannedLeaf, sql: string, zone: string, params: Params): string {
  if (leaf.op === "GT" || leaf.op === "LT") {
    const { one } = bound(leaf, [single(leaf)], zone, params);
    return `${sql} ${leaf.op === "GT" ? ">" : "<"} ${one}`;
  }
  const { one, list } = bound(leaf, leaf.values, zone, params);
  const not = leaf.op === "NE";
  return one ? `${sql} ${not ? "<>" : "="} ${one}` : `${sql} ${not ? "NOT IN" : "IN"} (SELECT unnest(${list}))`;
}

/**
 * One comparison in SQL. A null matches no comparison, NE included, unless its dimension says otherwise; an empty array
 * has no member, so NE takes it.
 */
export function leafSql(
  leaf: PlannedLeaf,
  column: (dimension: Dimension) => string,
  zone: string,
  params: Params,
): string {
  const { dimension } = leaf;
  const sql = column(dimension);
  const compared =
    dimension.kind === "coded" ? codedLeaf(leaf, dimension.labels, sql, params) : plainLeaf(leaf, sql, zone, params);
  return leaf.op === "NE" && dimension.nullsPassNe ? `(${compared} OR ${sql} IS NULL)` : compared;
}
