import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { idText } from "../../json/id-text.ts";
import { withLeaf } from "../snapshot/keyset.ts";

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
