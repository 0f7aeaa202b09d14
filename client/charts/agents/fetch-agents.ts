import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { type FetchedRows, fetchAllPages } from "../../api/all-pages.ts";
import { isRefused } from "../../api/errors.ts";
import { joinTold } from "../../api/told.ts";
import { cellMembers } from "../../format/values.ts";

/** An account may have as many agents as it likes; so many pages of them are read. */
const mostPages = 10;

/**
 * Asks for counts and measures by agent at once. Where the account refuses them together, the counts are asked for, then
 * each measure by itself, so that one costs itself alone.
 *
 * @param by the field that the rows are of.
 * @param apart the measures that can be done without.
 */
export async function fetchAgents(
  request: InsightsQueryRequest,
  by: string,
  apart: readonly string[],
  signal: AbortSignal,
): Promise<FetchedRows> {
  try {
    return await fetchAllPages(request, signal, { mostPages });
  } catch (error) {
    if (!isRefused(error) || apart.length === 0) throw error;
  }
  const { query } = request;
  const of = (measures: string[]) =>
    fetchAllPages({ ...request, query: { ...query, measures } }, signal, { mostPages });
  const counted = await of((query.measures ?? []).filter((measure) => !apart.includes(measure)));
  const keyOf = (row: FetchedRows["rows"][number]) => JSON.stringify(cellMembers(row[by]));
  const rows = new Map(counted.rows.map((row) => [keyOf(row), { ...row }]));
  const tolds = [counted.told];
  for (const measure of apart) {
    try {
      const one = await of([...(query.measures ?? []).filter((other) => !apart.includes(other)), measure]);
      tolds.push(one.told);
      for (const row of one.rows) Object.assign(rows.get(keyOf(row)) ?? {}, { [measure]: row[measure] });
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
  return { ...counted, rows: [...rows.values()], told: joinTold(tolds) };
}
