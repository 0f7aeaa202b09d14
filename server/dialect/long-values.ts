import type { FilterGroup, FilterLeaf, InsightsQueryRequest } from "../../contract/query.ts";
import { chunks } from "./chunks.ts";
import type { Known } from "./split-filters.ts";

/** A list of more values than the account takes at once. */
type LongLeaf = { leaf: FilterLeaf; most: number };

/** The longest list of values in a request, where the account takes fewer at once. */
export function longLeaf(leaves: readonly FilterLeaf[], known: Known): LongLeaf | undefined {
  const most = known.find("values")?.most;
  if (most === undefined) return undefined;
  const long = leaves.filter(({ op, values = [] }) => op === "IN" && values.length > most);
  const leaf = long.toSorted((a, b) => (b.values?.length ?? 0) - (a.values?.length ?? 0))[0];
  return leaf && { leaf, most };
}

function withLeaf(filters: readonly FilterGroup[], leaf: FilterLeaf, instead: FilterLeaf): FilterGroup[] {
  return filters.map((group) => ({
    ...group,
    expressions: group.expressions.map((one) => (one === leaf ? instead : one)),
  }));
}

/** A request in several, each with a part of the long list. */
export function inParts(request: InsightsQueryRequest, { leaf, most }: LongLeaf): InsightsQueryRequest[] {
  const { query } = request;
  return chunks(leaf.values ?? [], most).map((values) => {
    return { ...request, query: { ...query, filters: withLeaf(query.filters ?? [], leaf, { ...leaf, values }) } };
  });
}
