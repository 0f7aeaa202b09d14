import { type Grain, grains } from "../../contract/field-words.ts";
import type { Row } from "../../contract/page.ts";
import { bucketOf } from "./local/bucket.ts";
import { readMicros } from "./time/instant.ts";

/** Where the bucket of a time begins, each in milliseconds since 1970, in UTC. */
export type StartOf = (grain: Grain, ms: number) => number;

export function utcStarts(): StartOf {
  const buckets = new Map(grains.map((grain) => [grain, bucketOf(grain, "UTC")]));
  return (grain, ms) => Date.parse(buckets.get(grain)?.(ms) ?? "");
}

/** The instant of a cell, in milliseconds since 1970; NaN where it is no time. */
export function cellMs(row: Row, field: string): number {
  return (readMicros(row[field]) ?? Number.NaN) / 1000;
}

/** The grains that each cell of a field is of the time beside it. Several where no row tells them apart. */
export function fittingGrains(rows: readonly Row[], field: string, time: string, startOf: StartOf): Grain[] {
  const cells = rows.map((row) => ({ cell: cellMs(row, field), ms: cellMs(row, time) }));
  return grains.filter((grain) => cells.every(({ cell, ms }) => !Number.isNaN(ms) && cell === startOf(grain, ms)));
}

export type Fitting = { field: string; grain: Grain };

/**
 * Holds fields against each other in every group of a count by all of them: the day of each hour is the day beside it. The
 * finest grain is what the others are held against. Of two fields of one grain the first stands for both where they are
 * equal everywhere; else nothing is said of either.
 */
export function fittingTogether(
  groups: readonly Row[],
  fitting: readonly Fitting[],
  startOf: StartOf,
): (Fitting & { agrees: boolean })[] {
  const finestFirst = fitting.toSorted((a, b) => grains.indexOf(a.grain) - grains.indexOf(b.grain));
  const isEqual = (one: Fitting, other: Fitting) =>
    groups.every((row) => cellMs(row, one.field) === cellMs(row, other.field));
  const alone = finestFirst.filter((one) => {
    const same = finestFirst.filter(({ grain }) => grain === one.grain);
    return same[0] === one && same.every((other) => isEqual(one, other));
  });
  const [finest] = alone;
  return alone.map((one) => ({
    ...one,
    agrees: groups.every((row) => cellMs(row, one.field) === startOf(one.grain, cellMs(row, finest?.field ?? ""))),
  }));
}
