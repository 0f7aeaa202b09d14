import type { TimeRole } from "../../../contract/fields.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";

const instant = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d(:?\d\d)?)$/;

function cell(row: string, field: string): unknown {
  const parsed: unknown = JSON.parse(row);
  return typeof parsed === "object" && parsed !== null && Object.hasOwn(parsed, field)
    ? Reflect.get(parsed, field)
    : undefined;
}

/**
 * The same query, begun again at the time of the last written row. Undefined where that is not certain to give the rest
 * in the same order: the rows must be ordered by the very field that filters by time, and the filters must be one AND
 * group, since how Twilio combines several is not documented.
 *
 * The leaf is one millisecond wider than the row's time, because whether LT and GT include their value is not documented
 * either. The rows that come again at the edge are recognised and not written twice.
 */
export function keysetRequest(
  request: InsightsQueryRequest,
  time: TimeRole,
  lastRow: string,
): InsightsQueryRequest | undefined {
  const { query } = request;
  const order = query.orderBy?.[0];
  const groups = query.filters ?? [];
  const group = groups[0];
  if (order?.field !== time.field || time.shown !== time.field || groups.length > 1) return undefined;
  if (group && group.op !== "AND" && group.expressions.length > 1) return undefined;
  const value = cell(lastRow, time.field);
  if (typeof value !== "string" || !instant.test(value)) return undefined;
  const milliseconds = Date.parse(value.replace(" ", "T"));
  if (Number.isNaN(milliseconds)) return undefined;
  const leaf: FilterLeaf =
    order.direction === "DESC"
      ? { op: "LT", field: time.field, values: [new Date(milliseconds + 1).toISOString()] }
      : { op: "GT", field: time.field, values: [new Date(milliseconds - 1).toISOString()] };
  return {
    ...request,
    query: { ...query, filters: [{ op: "AND", expressions: [...(group?.expressions ?? []), leaf] }] },
  };
}
