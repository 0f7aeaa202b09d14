import { type FilterGroup, type FilterLeaf, type InsightsQueryRequest, isNotSet } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import { listTexts } from "./answer/list-cell.ts";
import type { ListReading } from "./answer/readings.ts";
import { asRead } from "./clocks/known-clocks.ts";
import { isSpellingName, readInstant, type SpellingName, spelledBound, spellingNames } from "./spellings.ts";
import { hasMarked } from "./value-marks.ts";
import { spelledValues } from "./values/spelling.ts";

/** What is known, as far as requests are written by it. */
export type Known = Pick<Knowledge, "find" | "findings">;

/** The comparisons of some groups. */
export function leavesIn(groups: readonly FilterGroup[]): FilterLeaf[] {
  return groups.flatMap(({ expressions }) => expressions);
}

/** The comparisons of a query. */
export function leavesOf({ query }: Pick<InsightsQueryRequest, "query">): FilterLeaf[] {
  return leavesIn(query.filters ?? []);
}

/**
 * The window that a query leaves on a time, in milliseconds since 1970: `from` is the last instant that is not wanted, `to`
 * is not in it either. Undefined where it does not have both ends.
 */
export function windowOf(request: InsightsQueryRequest): { field: string; from: number; to: number } | undefined {
  const bounds = leavesOf(request).flatMap((leaf) => {
    const bound = boundInstant(leaf);
    return bound ? [{ ...bound, field: leaf.field }] : [];
  });
  const from = bounds.find(({ op }) => op === "GT");
  const to = bounds.find(({ op, field }) => op === "LT" && field === from?.field);
  return from && to && { field: from.field, from: from.ms, to: to.ms };
}

export function spellingOf(known: Known): SpellingName {
  const value = known.find("time-spelling")?.value;
  return isSpellingName(value) ? value : (spellingNames[0] ?? "milliseconds");
}

/** The bound of a comparison of instants; undefined for all others. */
export function boundInstant({ op, values = [] }: FilterLeaf): { op: "GT" | "LT"; ms: number } | undefined {
  const ms = values.length === 1 ? readInstant(values[0] ?? "") : undefined;
  return (op === "GT" || op === "LT") && ms !== undefined ? { op, ms } : undefined;
}

/** How a filter on a field of lists that are text is asked: by its members, as it is, or by the texts that have them. */
export type SpelledList = "members" | { reading: ListReading; texts: readonly string[] };
/** The fields of which that is known, in the window of a query. */
export type SpelledLists = ReadonlyMap<string, SpelledList>;

/** A comparison with values that filters take in another spelling; undefined where they take them as they are. */
function respelled(leaf: FilterLeaf, known: Known): FilterLeaf[] | undefined {
  const { op, field, values = [] } = leaf;
  const spelling = known.find("value-spelling", field)?.value;
  if (spelling === undefined || op === "GT" || op === "LT" || isNotSet(leaf)) return undefined;
  const all = spelledValues(values, spelling);
  if (op === "NE") return all.map((value) => ({ op, field, values: [value] }));
  return [{ op: all.length > 1 ? "IN" : op, field, values: all }];
}

/** A comparison with the members of a list, as the account compares; undefined where that is not known. */
function spelledLeaves(leaf: FilterLeaf, lists: SpelledLists): FilterLeaf[] | undefined {
  const { op, field, values = [] } = leaf;
  const list = lists.get(field);
  if (!list || op === "GT" || op === "LT") return undefined;
  if (list === "members") return [leaf];
  const texts = listTexts(values, list.texts, list.reading);
  if (op === "NE") return texts.map((text) => ({ op, field, values: [text] }));
  // A value that no list has is asked for as it is, and found nowhere.
  return [texts.length > 0 ? { op: "IN", field, values: texts } : leaf];
}

type SplitLeaf = {
  /** The comparison as the account takes it; none where it takes none. */
  ask?: FilterLeaf;
  /** Values of a list of which one must be equal, where the account takes no list. */
  anyOf?: FilterLeaf;
  /** Whether the rows have to be looked at as well. */
  isLeft: boolean;
  /** It is asked for by whole seconds: a figure may hold what lies in the second beside it, rows are looked at. */
  isRounded?: boolean;
};

/** A comparison as the account takes it. */
function splitLeaf(leaf: FilterLeaf, known: Known, isSpelled: boolean): SplitLeaf {
  const { op, field, values = [] } = leaf;
  if (isNotSet(leaf) || known.find("no-filter", field)) return { isLeft: true };
  // A list in a text may be compared as the whole text, so that a comparison with a member finds none or too few.
  if (known.find("list-cells", field) && !isSpelled) return { isLeft: true };
  const odd = known.find("no-value", field)?.value;
  if (odd !== undefined && hasMarked(odd, field, values)) return { isLeft: true };
  const bound = boundInstant(leaf);
  if (bound) {
    const ms = asRead(field, bound.ms, known);
    const { value, exactness } = spelledBound(bound.op, ms, spellingOf(known));
    return {
      ask: { ...leaf, values: [value] },
      isLeft: exactness === "coarse",
      isRounded: exactness === "second",
    };
  }
  if (op === "NE" && known.find("no-ne")) return { isLeft: true };
  if (op !== "IN" || !known.find("no-in")) return { ask: leaf, isLeft: false };
  const [value] = values;
  if (values.length === 1 && value !== undefined) return { ask: { op: "EQ", field, values: [value] }, isLeft: false };
  // How groups combine is not documented, so the rows are looked at as well.
  return known.find("no-group-op") ? { isLeft: true } : { anyOf: leaf, isLeft: true };
}

/** The comparisons as the account takes them, in groups, and those that the rows have to be looked at for. */
export type SplitFilters = { asked: FilterGroup[]; left: FilterLeaf[]; rounded: FilterLeaf[] };

/** Writes the comparisons of a query as the account takes them. */
export function splitFilters(
  request: InsightsQueryRequest,
  known: Known,
  lists: SpelledLists = new Map(),
): SplitFilters {
  const op = known.find("no-group-op") ? {} : ({ op: "AND" } as const);
  const asked: FilterGroup[] = [];
  const left: FilterLeaf[] = [];
  const rounded: FilterLeaf[] = [];
  for (const group of request.query.filters ?? []) {
    // Only one AND group is split: of any other, all or nothing has to be asked.
    if (group.op === "OR" && group.expressions.length > 1) {
      asked.push(group);
      continue;
    }
    // What rows are left out by is compared with lists as they are read, whatever is asked for instead.
    const split = group.expressions.flatMap((leaf) => {
      const spelled = spelledLeaves(leaf, lists);
      return (spelled ?? respelled(leaf, known) ?? [leaf]).map((one) => ({
        leaf,
        ...splitLeaf(one, known, spelled !== undefined),
      }));
    });
    const expressions = split.flatMap(({ ask }) => ask ?? []);
    if (expressions.length > 0) asked.push({ ...(group.op === undefined ? {} : op), expressions });
    for (const { anyOf } of split) {
      if (!anyOf) continue;
      const { field, values = [] } = anyOf;
      asked.push({ op: "OR", expressions: values.map((value) => ({ op: "EQ", field, values: [value] })) });
    }
    left.push(...new Set(split.flatMap(({ leaf, isLeft }) => (isLeft ? [leaf] : []))));
    rounded.push(...split.flatMap(({ leaf, isRounded }) => (isRounded ? [leaf] : [])));
  }
  return { asked, left, rounded };
}
