import type { ExportFigures } from "../../contract/export-check.ts";
import type { FieldRoles } from "../../contract/fields.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Window } from "../view/range.ts";

/**
 * What the server can hold an export's rows against before it calls the file complete: the count of conversations of the
 * cube that the ids are from, and the window where the rows show the very field that filters by it. Undefined where the
 * account has no such count.
 */
export function exportFigures(
  { roles: { id, count, time } }: FieldRoles,
  { query: { dimensions = [] } }: InsightsQueryRequest,
  window: Window,
): ExportFigures | undefined {
  if (!id || !count || count.cube !== id.cube || !dimensions.includes(id.field)) return undefined;
  const isShown = time?.shown === time?.field && time?.cube === id.cube;
  const [from, to] = [new Date(window.from).toISOString(), new Date(window.to).toISOString()];
  return {
    count: count.field,
    id: id.field,
    ...(time && isShown && dimensions.includes(time.field) ? { time: { field: time.field, from, to } } : {}),
  };
}
