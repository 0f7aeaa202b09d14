import type { InsightsQueryRequest } from "./query.ts";

/**
 * The same query, ordered to its end by its own dimensions. Rows that are equal in all that a query is ordered by may
 * change places between two of its pages, so that some come twice and others never.
 */
export function totalOrder(request: InsightsQueryRequest): InsightsQueryRequest {
  const { dimensions = [], orderBy = [] } = request.query;
  const left = dimensions.filter((field) => !orderBy.some((one) => one.field === field));
  if (left.length === 0) return request;
  const rest = [...new Set(left)].map((field) => ({ field, direction: "ASC" as const }));
  return { ...request, query: { ...request.query, orderBy: [...orderBy, ...rest] } };
}

/** The same query with its rows in the opposite order; undefined where it has none. */
export function opposite({ query, ...rest }: InsightsQueryRequest): InsightsQueryRequest | undefined {
  const { orderBy = [] } = query;
  if (orderBy.length === 0) return undefined;
  const turned = orderBy.map(({ field, direction }) => ({
    field,
    direction: direction === "DESC" ? ("ASC" as const) : ("DESC" as const),
  }));
  return { ...rest, query: { ...query, orderBy: turned } };
}
