import type { OrderBy } from "../../../contract/query.ts";
import type { Dimension, Measure } from "../catalogue/types.ts";
import { badRequest } from "../http/errors.ts";

export type KeyKind = "integer" | "number" | "text";

/** One column of the order: its alias in the statement. Nulls come last in the order as asked. */
export type OrderKey = { column: string; kind: KeyKind; descending: boolean; required: boolean };

/** The aliases of the columns that put rows in order though they are not selected. */
export const hiddenTime = "k0";
export const hiddenId = "k1";

type Selection = {
  dimensions: readonly Dimension[];
  measures: readonly Measure[];
  identified: boolean;
  orderBy: readonly OrderBy[];
};

function dimensionKey(dimension: Dimension, index: number, descending: boolean): OrderKey {
  const kind = dimension.kind === "string" ? "text" : dimension.kind === "number" ? "number" : "integer";
  return { column: `d${index}`, kind, descending, required: dimension.required ?? false };
}

function measureKey(index: number, descending: boolean): OrderKey {
  return { column: `m${index}`, kind: "number", descending, required: false };
}

function askedKey(selection: Selection, { field, direction }: OrderBy, index: number): OrderKey {
  const descending = direction === "DESC";
  const dimension = selection.dimensions.findIndex((one) => one.name === field);
  const found = selection.dimensions[dimension];
  if (found) return dimensionKey(found, dimension, descending);
  const measure = selection.measures.findIndex((one) => one.name === field);
  if (measure >= 0) return measureKey(measure, descending);
  throw badRequest(`query.orderBy[${index}]: '${field}' is not among the selected measures and dimensions`, { field });
}

/** Without orderBy: conversations newest first, a trend from its start on, other groups by size. */
function defaultKeys({ dimensions, measures, identified }: Selection): OrderKey[] {
  if (identified) return [];
  const time = dimensions.findIndex((one) => one.kind === "time");
  const found = dimensions[time];
  if (found) return [dimensionKey(found, time, false)];
  return measures.length > 0 ? [measureKey(0, true)] : [];
}

/** What makes the order total: time and id of the conversation where it is selected, then every dimension. */
function tieBreak({ dimensions, identified }: Selection): OrderKey[] {
  const all = dimensions.map((one, i) => dimensionKey(one, i, false));
  if (!identified) return all;
  return [
    { column: hiddenTime, kind: "integer", descending: true, required: true },
    { column: hiddenId, kind: "text", descending: false, required: true },
    ...all.filter((_, i) => dimensions[i]?.joins?.length),
  ];
}

function distinct(keys: readonly OrderKey[]): OrderKey[] {
  return keys.filter((key, i) => keys.findIndex((other) => other.column === key.column) === i);
}

/**
 * The columns by which the rows of a query are put in one total order. The first `asked` of them are those that the
 * query asks for, or that an order unasked begins with; the others tell rows apart that are equal in these.
 */
export function orderKeys(selection: Selection): { order: OrderKey[]; asked: number } {
  const given = selection.orderBy.map((one, i) => askedKey(selection, one, i));
  const first = distinct(given.length > 0 ? given : defaultKeys(selection));
  return { order: distinct([...first, ...tieBreak(selection)]), asked: first.length };
}
