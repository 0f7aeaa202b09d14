import type { Row } from "../../../contract/page.ts";
import type { FilterLeaf, InsightsQueryRequest } from "../../../contract/query.ts";
import { readRow } from "../leave-out.ts";
import { cellOf, numberOf, textOf, valuesOf } from "../local/cells.ts";
import type { Answer } from "./answer.ts";

/** Asks one more query. Undefined where the account does not take it in one plain query. */
export type AskRows = (request: InsightsQueryRequest) => Promise<readonly Row[] | undefined>;

/** A count of conversations by the values of some fields, or of all of them. */
export type Counts = {
  request: InsightsQueryRequest;
  fields: readonly string[];
  rows: readonly Row[];
  measure: string;
};

/** Whether groups come twice, as rows do where pages shift: their sum is nobody's then. */
function hasRepeated(rows: readonly Row[], fields: readonly string[]): boolean {
  return new Set(rows.map((row) => JSON.stringify(fields.map((field) => cellOf(row, field))))).size < rows.length;
}

/** The fields of a count by values, and its measure; undefined for other queries, and where groups come twice. */
export function countsOf({ plan, rows, shape }: Answer): Counts | undefined {
  const { roles, times, grains } = shape;
  const request = plan.canonical;
  const { measures: [measure, ...more] = [], dimensions = [] } = request.query;
  const isOther = (field: string) => times.has(field) || grains.has(field) || field === roles.id?.field;
  if (measure === undefined || measure !== roles.count?.field || more.length > 0) return undefined;
  if (!roles.id || dimensions.some(isOther) || plan.left.length > 0) return undefined;
  const groups = rows.slice(0, 1000).map(readRow);
  return hasRepeated(groups, dimensions) ? undefined : { request, fields: dimensions, rows: groups, measure };
}

/** How many conversations the groups hold together. */
export function sumOf(
  { rows, measure }: Pick<Counts, "rows" | "measure">,
  fits: (row: Row) => boolean = () => true,
): number {
  return rows.reduce((sum, row) => sum + (fits(row) ? (numberOf(row[measure]) ?? 0) : 0), 0);
}

/** The values of a field that groups have, each once. */
export function valuesIn({ rows }: Counts, field: string): string[] {
  return [...new Set(rows.flatMap((row) => valuesOf(cellOf(row, field)).map(textOf)))].filter((value) => value !== "");
}

/** Another query with the filters of a count, and more. */
export function filtered(
  { request }: Counts,
  query: InsightsQueryRequest["query"],
  leaves: FilterLeaf[],
): InsightsQueryRequest {
  const groups = request.query.filters ?? [];
  const more = leaves.length > 0 ? [{ op: "AND" as const, expressions: leaves }] : [];
  return { ...request, query: { ...query, filters: [...groups, ...more] } };
}

/** Whether lists come whole, so that no conversation is in two groups. */
export function areWhole({ rows, fields }: Counts): boolean {
  return rows.some((row) => fields.some((field) => Array.isArray(cellOf(row, field))));
}
