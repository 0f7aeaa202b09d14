import type { Split, SplitCell, SplitGroup, SplitSeries } from "./split.ts";

/** So many series can be told apart on bars, and so many at most over time. */
const mostSeries = 8;
/** So many groups are drawn at most, and so many marks of all series over time. */
const mostGroups = 200;
const mostMarks = 2400;

/** What is drawn, and how many are not. `others` is how many values a row or a series of the rest stands for. */
export type TopGroup = SplitGroup & { others?: number };
export type TopSeries = SplitSeries & { others?: number };
export type Top = {
  groups: readonly TopGroup[];
  series: readonly TopSeries[];
  hiddenGroups: number;
  hiddenSeries: number;
  /** Times before the first that is drawn. */
  hiddenTimes: number;
};

export type TopOptions = {
  /** Whether measures of different values may be added up: else the highest value decides which come first. */
  adds: boolean;
  /** Whether all figures add up to what there is, so that a remainder is exact. */
  isExact: boolean;
  most: number | undefined;
};

function firstOf<T>(list: readonly T[], most: number): { shown: readonly T[]; rest: readonly T[] } {
  return { shown: list.slice(0, most), rest: list.slice(most) };
}

/** The sum of what has a value; undefined where nothing has. */
export function sumOf(cells: Iterable<SplitCell | undefined>): number | undefined {
  let sum: number | undefined;
  for (const cell of cells) if (cell?.value !== undefined) sum = (sum ?? 0) + cell.value;
  return sum;
}

function weightOf(cells: readonly (SplitCell | undefined)[], adds: boolean): number {
  if (adds) return sumOf(cells) ?? Number.NEGATIVE_INFINITY;
  return cells.reduce((most, cell) => Math.max(most, cell?.value ?? most), Number.NEGATIVE_INFINITY);
}

function ranked<T extends { key: string }>(list: readonly T[], weight: (one: T) => number): T[] {
  const weights = new Map(list.map((one) => [one.key, weight(one)]));
  const of = (one: T) => weights.get(one.key) ?? Number.NEGATIVE_INFINITY;
  return list.toSorted((a, b) => (of(a) === of(b) ? (a.key < b.key ? -1 : 1) : of(b) - of(a)));
}

function asCell(value: number | undefined): SplitCell {
  return { text: value === undefined ? undefined : String(value), value };
}

/** All of some groups as one, exactly. */
function restGroup(rest: readonly SplitGroup[], series: readonly SplitSeries[]): TopGroup {
  const cells = new Map(series.map(({ key }) => [key, asCell(sumOf(rest.map((one) => one.cells.get(key))))]));
  return { key: "others", members: [], start: undefined, end: undefined, partial: false, cells, others: rest.length };
}

/**
 * The first values of both dimensions, and others where a remainder is exact. Of a time all buckets are kept, and the
 * first series; so many buckets and series that nobody could tell them apart are not drawn, which is said.
 */
export function topOf(split: Split, { adds, isExact, most }: TopOptions): Top {
  const isTime = split.grain !== undefined;
  const series = ranked(split.series, ({ key }) =>
    weightOf(
      split.groups.map(({ cells }) => cells.get(key)),
      adds,
    ),
  );
  const bySeries = firstOf(series, isTime ? (most ?? mostSeries) : mostSeries);
  const kept = bySeries.shown;
  const hasRest = isExact && bySeries.rest.length > 0;
  const rest: TopSeries = { key: "others", members: [], others: bySeries.rest.length };
  const weights = new Map(split.groups.map(({ key, cells }) => [key, weightOf([...cells.values()], adds)]));
  const narrowed = split.groups.map((group): SplitGroup => {
    if (!hasRest) return group;
    const left = asCell(sumOf(bySeries.rest.map(({ key }) => group.cells.get(key))));
    return { ...group, cells: new Map([...group.cells, [rest.key, left]]) };
  });
  const drawn = hasRest ? [...kept, rest] : kept;
  const hiddenSeries = hasRest ? 0 : bySeries.rest.length;
  if (isTime) {
    const room = Math.max(100, Math.floor(mostMarks / Math.max(1, drawn.length)));
    const hiddenTimes = Math.max(0, narrowed.length - room);
    return { groups: narrowed.slice(hiddenTimes), series: drawn, hiddenGroups: 0, hiddenSeries, hiddenTimes };
  }
  const ordered = ranked(narrowed, ({ key }) => weights.get(key) ?? Number.NEGATIVE_INFINITY);
  const byGroup = firstOf(ordered, most ?? mostGroups);
  const others = isExact && byGroup.rest.length > 0 ? [restGroup(byGroup.rest, drawn)] : [];
  return {
    groups: [...byGroup.shown, ...others],
    series: drawn,
    hiddenGroups: others.length > 0 ? 0 : byGroup.rest.length,
    hiddenSeries,
    hiddenTimes: 0,
  };
}

/**
 * Parts of a whole in tenths of a percent that add up to it: 1000, or 0 where there is nothing. Each is the exact one
 * rounded down, and those that lose the most by that get a tenth more.
 *
 * @param values none of them negative.
 */
export function tenthsOf(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return values.map(() => 0);
  const exact = values.map((value) => (1000 * value) / total);
  const tenths = exact.map(Math.floor);
  const missing = 1000 - tenths.reduce((sum, one) => sum + one, 0);
  const byLoss = exact
    .map((one, place) => ({ place, loss: one - Math.floor(one) }))
    .toSorted((a, b) => b.loss - a.loss || a.place - b.place);
  for (const { place } of byLoss.slice(0, missing)) tenths[place] = (tenths[place] ?? 0) + 1;
  return tenths;
}
