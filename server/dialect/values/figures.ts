import type { Row } from "../../../contract/page.ts";
import { type FilterLeaf, type InsightsQueryRequest, isNotSet } from "../../../contract/query.ts";
import { cellOf, numberOf, textOf, valuesOf } from "../local/cells.ts";
import { predicate } from "../local/predicate.ts";
import type { Shape } from "../shape.ts";
import { boundInstant, leavesIn } from "../split-filters.ts";

/** The comparisons of a query, each by its text; undefined where one of several is enough, which is not looked into. */
export function comparisonsOf({ query }: InsightsQueryRequest): ReadonlyMap<string, FilterLeaf> | undefined {
  const groups = query.filters ?? [];
  if (groups.some(({ op, expressions }) => op === "OR" && expressions.length > 1)) return undefined;
  return new Map(leavesIn(groups).map((leaf) => [JSON.stringify(leaf), leaf]));
}

/** Conversations that have the same values in some fields. */
type Group = { cells: Row; count: number };

/** What an answer shows: groups of conversations, each with its values. */
export type Shown = {
  /** The comparisons that it was asked with. */
  asked: ReadonlySet<string>;
  fields: ReadonlySet<string>;
  groups: readonly Group[];
  /** Whether all conversations are there, as the account counts them, and not the first rows of a list. */
  isWhole: boolean;
  /** Whether it is of single conversations. */
  isList: boolean;
};

/** Groups of one answer that are remembered. */
const mostGroups = 1000;

function measureOf({ query }: InsightsQueryRequest, { roles }: Shape): string | undefined {
  const [measure, ...others] = query.measures ?? [];
  return others.length === 0 && measure === roles.count?.field ? measure : undefined;
}

/**
 * What the rows of an answer show of the values of its fields; undefined where that is nothing.
 *
 * @param isEnd whether there is no further page.
 */
export function shownBy(
  request: InsightsQueryRequest,
  rows: readonly Row[],
  isEnd: boolean,
  shape: Shape,
): Shown | undefined {
  const { dimensions = [], measures = [] } = request.query;
  const asked = comparisonsOf(request);
  const { times, grains, roles } = shape;
  const fields = dimensions.filter((one) => !times.has(one) && !grains.has(one) && one !== roles.id?.field);
  const measure = measureOf(request, shape);
  if (!asked || fields.length === 0 || (measures.length > 0 && measure === undefined)) return undefined;
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const cells = Object.fromEntries(fields.map((field) => [field, cellOf(row, field) ?? null]));
    const count = measure === undefined ? 1 : (numberOf(row[measure]) ?? 0);
    const name = JSON.stringify(cells);
    const known = groups.get(name);
    if (known) known.count += count;
    else if (groups.size < mostGroups) groups.set(name, { cells, count });
  }
  return {
    asked: new Set(asked.keys()),
    fields: new Set(fields),
    groups: [...groups.values()],
    isList: measure === undefined,
    isWhole: isEnd && measure !== undefined && groups.size < mostGroups,
  };
}

/** How many conversations an answer has; undefined where there are further pages, or other figures. */
export function countIn(
  request: InsightsQueryRequest,
  rows: readonly Row[],
  isEnd: boolean,
  shape: Shape,
): number | undefined {
  if (!isEnd) return undefined;
  const { measures = [] } = request.query;
  if (measures.length === 0) return rows.length;
  const measure = measureOf(request, shape);
  return measure === undefined ? undefined : rows.reduce((sum, row) => sum + (numberOf(row[measure]) ?? 0), 0);
}

/** What was found with some comparisons, and how many conversations. */
export type Found = { leaves: ReadonlyMap<string, FilterLeaf>; count: number };

/** Comparisons with values, beyond those of what is shown; undefined where the two cannot be held against each other. */
function ownLeaves(leaves: Found["leaves"], { asked, fields }: Shown): FilterLeaf[] | undefined {
  if ([...asked].some((name) => !leaves.has(name))) return undefined;
  const own = [...leaves].flatMap(([name, leaf]) => (asked.has(name) ? [] : [leaf]));
  const isHeld = (leaf: FilterLeaf) =>
    (leaf.op === "EQ" || leaf.op === "IN" || leaf.op === "NE") &&
    !isNotSet(leaf) &&
    boundInstant(leaf) === undefined &&
    fields.has(leaf.field);
  return own.length > 0 && own.every(isHeld) ? own : undefined;
}

/** A value of a filter that may not be what the account looks for. */
export type Suspect = { field: string; value: string };

/** Whether an answer has a value. */
export function hasValue({ groups }: Shown, { field, value }: Suspect): boolean {
  return groups.some(({ cells }) => valuesOf(cells[field]).some((one) => textOf(one) === value));
}

/** The values that are compared and that an answer shows to be there. */
function shownValues(leaves: readonly FilterLeaf[], shown: Shown): Suspect[] {
  const all = leaves.flatMap(({ field, values = [] }) => values.map((value) => ({ field, value })));
  return all.filter((one) => hasValue(shown, one));
}

/**
 * The values of a filter by which too few or too many conversations were found, held against
 * what another answer of the same window shows; none where nothing contradicts.
 */
export function suspectsOf({ leaves, count }: Found, shown: Shown): Suspect[] {
  const own = ownLeaves(leaves, shown);
  if (!own) return [];
  const fits = predicate([{ op: "AND", expressions: own }], new Set());
  const due = shown.groups.reduce((sum, group) => sum + (fits(group.cells) ? group.count : 0), 0);
  const isOver = shown.isWhole && count > due;
  return count < due || isOver ? shownValues(own, shown) : [];
}

/** A value of which so many rows are due, and none comes, is not missing by chance. */
const leastDue = 10;

/**
 * The values of a filter that are in none of the rows that were found by it, although another answer shows so many that
 * some should be.
 *
 * @param rows the first rows of a list.
 * @param isEnd whether they are all of it.
 */
export function absentFrom(leaves: Found["leaves"], rows: readonly Row[], isEnd: boolean, shown: Shown): Suspect[] {
  const own = ownLeaves(leaves, shown) ?? [];
  const fits = predicate([{ op: "AND", expressions: own }], new Set());
  const found = shown.groups.filter(({ cells }) => fits(cells));
  const countOf = (groups: typeof found) => groups.reduce((sum, { count }) => sum + count, 0);
  const all = countOf(found);
  const has = (cell: unknown, value: string) => valuesOf(cell).some((one) => textOf(one) === value);
  const isDue = ({ field, value }: Suspect) =>
    isEnd || countOf(found.filter(({ cells }) => has(cells[field], value))) * rows.length >= leastDue * all;
  const isThere = ({ field, value }: Suspect) =>
    rows.some((row) => cellOf(row, field) === undefined || has(cellOf(row, field), value));
  const several = own.filter(({ op, values = [] }) => op === "IN" && values.length > 1);
  return shownValues(several, shown).filter((one) => !isThere(one) && isDue(one));
}

/** The values of comparisons that rows have which were to be excluded by them. */
export function keptOf(leaves: Found["leaves"], rows: readonly Row[]): Suspect[] {
  return [...leaves.values()].flatMap(({ op, field, values = [] }) => {
    if (op !== "NE") return [];
    return values
      .filter((value) => rows.some((row) => valuesOf(cellOf(row, field)).some((one) => textOf(one) === value)))
      .map((value) => ({ field, value }));
  });
}
