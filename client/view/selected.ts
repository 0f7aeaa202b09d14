import type { FieldRole, Roles } from "../../contract/fields.ts";
import { totalOrder } from "../../contract/order.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { conditionLeaves, oneGroup } from "./compile.ts";

/**
 * The query of the conversations that a person has selected in a view: the view's own, with one leaf more. Its filters
 * stay, so that where a conversation has several rows only those come that the table shows.
 *
 * @param request the table's, whose leaves are in one AND group.
 */
export function selectedRequest(
  request: InsightsQueryRequest,
  id: FieldRole,
  ids: Iterable<string>,
): InsightsQueryRequest {
  const { filters = [] } = request.query;
  const leaves = [
    ...filters.flatMap(({ expressions }) => expressions),
    ...conditionLeaves(id),
    { op: "IN" as const, field: id.field, values: [...ids].sort() },
  ];
  return { ...request, query: { ...request.query, ...oneGroup(leaves) } };
}

/**
 * The query of conversations by their ids, whatever the view leaves out: which of them there are, and when they began.
 *
 * @param request the table's, for what is asked beside filters and fields.
 */
export function anywhereRequest(
  request: InsightsQueryRequest,
  { id, time }: Roles & { id: FieldRole },
  ids: Iterable<string>,
): InsightsQueryRequest {
  const dimensions = [id.field, ...(time ? [time.shown] : [])];
  return totalOrder(selectedRequest({ ...request, query: { dimensions } }, id, ids));
}
