import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";

/** What tells a row of a query from all others: its dimensions. Measures may change while pages are read. */
export function rowKey(row: Row, dimensions: readonly string[]): string {
  return JSON.stringify(dimensions.map((field) => row[field] ?? null));
}

/** Whether rows of a query have what tells them apart: an account may leave a dimension out of every row. */
export function areTold(rows: readonly Row[], dimensions: readonly string[]): boolean {
  return dimensions.length > 0 && dimensions.every((field) => rows.some((row) => Object.hasOwn(row, field)));
}

/**
 * How many rows are of a group that came before: as many groups as that may be missing. Hours that are asked for in
 * another zone than UTC are not looked at, since the hour that clocks repeat has one name for two groups.
 */
export function countRepeated(rows: readonly Row[], { query, properties }: InsightsQueryRequest): number {
  const { dimensions = [] } = query;
  const hasLocalHours = properties?.timezone !== "UTC" && dimensions.some((field) => /\.hour$/i.test(field));
  if (hasLocalHours || rows.length < 2 || !areTold(rows, dimensions)) return 0;
  return rows.length - new Set(rows.map((row) => rowKey(row, dimensions))).size;
}
