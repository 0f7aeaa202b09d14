import type { TimeRole } from "../../../contract/fields.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import { instantOf } from "../check/instant-cell.ts";
import { rowCells } from "./row-cells.ts";

/** Conditions with one more. Of two bounds on one side the narrower stays: not every API takes two. */
function narrowed(leaves: readonly FilterLeaf[], leaf: FilterLeaf): FilterLeaf[] {
  const instant = ({ values = [] }: FilterLeaf) => (values.length === 1 ? Date.parse(values[0] ?? "") : Number.NaN);
  const isBound = leaf.op === "LT" || leaf.op === "GT";
  const place = isBound ? leaves.findIndex(({ op, field }) => op === leaf.op && field === leaf.field) : -1;
  const [before, now] = [instant(leaves[place] ?? leaf), instant(leaf)];
  if (place < 0 || Number.isNaN(before) || Number.isNaN(now)) return [...leaves, leaf];
  return (leaf.op === "LT" ? now < before : now > before) ? leaves.with(place, leaf) : [...leaves];
}

/**
 * The same query with more conditions. Undefined where the filters are not one AND group: how Twilio combines several
 * is not documented.
 */
export function withLeaf(request: InsightsQueryRequest, ...leaves: FilterLeaf[]): InsightsQueryRequest | undefined {
  const groups = request.query.filters ?? [];
  const group = groups[0];
  if (groups.length > 1 || (group && group.op !== "AND" && group.expressions.length > 1)) return undefined;
  const expressions = leaves.reduce(narrowed, group?.expressions ?? []);
  return { ...request, query: { ...request.query, filters: [{ op: "AND", expressions }] } };
}

/** From where on a query is asked for once more: an instant of the field that filters by time, and which way it goes on. */
export type KeysetBound = { field: string; direction: "ASC" | "DESC"; ms: number };

/**
 * The condition of the rows at an edge and behind it. It is one millisecond wider than the edge, because whether LT and
 * GT include their value is not documented, and cells have more digits; rows that come again are recognised.
 *
 * @param isPast without the rows of the edge's own millisecond, as far as the API's reading of LT and GT allows.
 */
export function afterBound({ field, direction, ms }: KeysetBound, isPast = false): FilterLeaf {
  const step = isPast ? 0 : 1;
  return direction === "DESC"
    ? { op: "LT", field, values: [new Date(ms + step).toISOString()] }
    : { op: "GT", field, values: [new Date(ms - step).toISOString()] };
}

/**
 * The same query, begun again at the time of the last written row. Undefined where that is not certain to give the rest
 * in the same order: the rows must be ordered by the very field that filters by time.
 */
export function keysetRequest(
  request: InsightsQueryRequest,
  time: TimeRole,
  lastRow: Buffer,
): InsightsQueryRequest | undefined {
  const order = request.query.orderBy?.[0];
  if (order?.field !== time.field || time.shown !== time.field) return undefined;
  const ms = instantOf(rowCells([time.field])(lastRow)[0], request);
  if (ms === undefined) return undefined;
  return withLeaf(request, afterBound({ field: time.field, direction: order.direction ?? "ASC", ms }));
}
