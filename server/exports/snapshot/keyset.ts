import type { TimeRole } from "../../../contract/fields.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import { instantOf } from "../check/instant-cell.ts";
import { rowCells } from "./row-cells.ts";

/**
 * The same query with one more condition. Undefined where the filters are not one AND group: how Twilio combines several
 * is not documented.
 */
export function withLeaf(request: InsightsQueryRequest, ...leaves: FilterLeaf[]): InsightsQueryRequest | undefined {
  const groups = request.query.filters ?? [];
  const group = groups[0];
  if (groups.length > 1 || (group && group.op !== "AND" && group.expressions.length > 1)) return undefined;
  const expressions = [...(group?.expressions ?? []), ...leaves];
  return { ...request, query: { ...request.query, filters: [{ op: "AND", expressions }] } };
}

/** From where on a query is asked for once more: an instant of the field that filters by time, and which way it goes on. */
export type Edge = { field: string; direction: "ASC" | "DESC"; ms: number };

/**
 * The condition of the rows at an edge and behind it. It is one millisecond wider than the edge, because whether LT and
 * GT include their value is not documented, and cells have more digits; rows that come again are recognised.
 *
 * @param isPast without the rows of the edge's own millisecond, as far as the API's reading of LT and GT allows.
 */
export function behind({ field, direction, ms }: Edge, isPast = false): FilterLeaf {
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
  return withLeaf(request, behind({ field: time.field, direction: order.direction ?? "ASC", ms }));
}
