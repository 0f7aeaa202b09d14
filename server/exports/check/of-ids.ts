import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { withLeaf } from "../snapshot/keyset.ts";

/** An id as a filter names it; undefined for what no filter can name. */
function idText(cell: Buffer): string | undefined {
  const text = cell.toString("utf8");
  if (!text.startsWith('"')) return /^-?\d+$/.test(text) ? text : undefined;
  const value: unknown = JSON.parse(text);
  return typeof value === "string" ? value : undefined;
}

/**
 * The same query, only of the conversations with these ids.
 *
 * @param ids the JSON of their cells.
 * @returns undefined where an id or the query cannot take part in a filter.
 */
export function ofIds(
  request: InsightsQueryRequest,
  field: string,
  ids: readonly Buffer[],
): InsightsQueryRequest | undefined {
  const values = ids.flatMap((id) => idText(id) ?? []);
  return values.length === ids.length ? withLeaf(request, { op: "IN", field, values }) : undefined;
}
