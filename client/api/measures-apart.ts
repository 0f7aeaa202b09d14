import type { InsightsQueryRequest } from "../../contract/query.ts";
import { cellMembers } from "../format/values.ts";
import { type FetchedRows, fetchAllPages } from "./all-pages.ts";
import { isRefused } from "./errors.ts";
import { joinTold, nothingTold } from "./told.ts";

type Apart = {
  /** The measures that can be done without. */
  apart: readonly string[];
  /** The field that groups are of; undefined where there is one row. */
  by?: string | undefined;
  mostPages: number;
};

/** Whether an answer has all of its rows, each once. */
function isWhole({ cut, told }: FetchedRows): boolean {
  return !cut && told.lost + told.repeated === 0;
}

/**
 * Asks for several measures at once. Where the account refuses them together, those that can be done without are asked
 * for one by one, so that each that is refused, or whose answer lacks rows, costs itself alone.
 *
 * @throws what the whole query failed with where it was no refusal, or nothing in it can be done without.
 */
export async function fetchMeasures(
  request: InsightsQueryRequest,
  { apart, by, mostPages }: Apart,
  signal: AbortSignal,
): Promise<FetchedRows> {
  const measures = request.query.measures ?? [];
  const ask = (some: readonly string[]) =>
    fetchAllPages({ ...request, query: { ...request.query, measures: [...some] } }, signal, { mostPages });
  try {
    return await fetchAllPages(request, signal, { mostPages });
  } catch (error) {
    if (!isRefused(error) || apart.length === 0 || measures.length < 2) throw error;
  }
  const base = measures.filter((measure) => !apart.includes(measure));
  const counted = base.length > 0 ? await ask(base) : undefined;
  const keyOf = (row: FetchedRows["rows"][number]) => JSON.stringify(by === undefined ? [] : cellMembers(row[by]));
  const rows = new Map(counted?.rows.map((row) => [keyOf(row), { ...row }]) ?? [["[]", {}]]);
  const tolds = [counted?.told ?? nothingTold];
  for (const measure of apart) {
    try {
      const one = await ask([...base, measure]);
      if (!isWhole(one)) continue;
      tolds.push(one.told);
      for (const row of one.rows) Object.assign(rows.get(keyOf(row)) ?? {}, { [measure]: row[measure] });
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
  const { cut, known } = counted ?? { cut: false, known: undefined };
  return { rows: [...rows.values()], cut, told: joinTold(tolds), known };
}
