import type { ExportFigures } from "../../contract/export-check.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Window } from "../view/range.ts";

/**
 * What the server can hold an export's rows against before it calls the file complete: the count of conversations of the
 * cube that the ids are from, and the window where the query filters by the very field that the rows show. Undefined where
 * the account has no such count.
 */
export function exportFigures(
  { roles: { id, count, time } }: FieldRoles,
  { query: { dimensions = [], filters = [] } }: InsightsQueryRequest,
  window: Window,
): ExportFigures | undefined {
  if (!id || !count || count.cube !== id.cube || !dimensions.includes(id.field)) return undefined;
  const isFiltered = filters.some(({ expressions }) => expressions.some(({ field }) => field === time?.field));
  const isShown = time?.shown === time?.field && time?.cube === id.cube && isFiltered;
  const [from, to] = [new Date(window.from).toISOString(), new Date(window.to).toISOString()];
  return {
    count: count.field,
    id: id.field,
    ...(time && isShown && dimensions.includes(time.field) ? { time: { field: time.field, from, to } } : {}),
  };
}
