import type { FilterGroup, FilterLeaf } from "../../contract/query.ts";
import { isBound, type SentQuery } from "./ladder.ts";
import { type SpellingName, spelledBound } from "./spellings.ts";
import { type Known, leavesIn, leavesOf, spellingOf } from "./split-filters.ts";

/** Nothing that Twilio recorded lies outside. */
const widest = { from: Date.UTC(2008, 0), to: Date.UTC(2100, 0) };

/** The comparisons that let every time through. */
export function widestRange(field: string, spelling: SpellingName): FilterLeaf[] {
  return [
    { op: "GT", field, values: [spelledBound("GT", widest.from, spelling).value] },
    { op: "LT", field, values: [spelledBound("LT", widest.to, spelling).value] },
  ];
}

function withLeaves(groups: readonly FilterGroup[], leaves: FilterLeaf[], hasOp: boolean): FilterGroup[] {
  const [first, ...others] = groups;
  if (first && first.op !== "OR") return [{ ...first, expressions: [...first.expressions, ...leaves] }, ...others];
  return [...groups, { ...(hasOp ? { op: "AND" as const } : {}), expressions: leaves }];
}

/** A request with a range, if it has none of that time. */
export function withRange(sent: SentQuery, range: readonly FilterLeaf[]): SentQuery {
  const has = leavesOf(sent.request).some((leaf) => isBound(leaf) && leaf.field === range[0]?.field);
  if (has) return sent;
  const { query } = sent.request;
  const filters = withLeaves(query.filters ?? [], [...range], false);
  return { ...sent, request: { ...sent.request, query: { ...query, filters } } };
}

/** The filters of a query with a range of all times, where the account takes no query without one. */
export function withNeededRange(filters: FilterGroup[], known: Known): FilterGroup[] {
  const field = known.findings().find(({ kind }) => kind === "needs-range")?.field;
  if (field === undefined || known.find("no-filter", field)) return filters;
  if (leavesIn(filters).some((leaf) => isBound(leaf) && leaf.field === field)) return filters;
  return withLeaves(filters, widestRange(field, spellingOf(known)), known.find("no-group-op") === undefined);
}
