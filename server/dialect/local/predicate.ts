import type { Row } from "../../../contract/page.ts";
import { type FilterGroup, type FilterLeaf, isNotSet } from "../../../contract/query.ts";
import { readMicros } from "../time/instant.ts";
import { type WallClock, wallClock } from "../time/wall-clock.ts";
import { cellOf, numberOf, textOf, valuesOf } from "./cells.ts";

type Test = (row: Row) => boolean;

/** What a value is compared by: microseconds of a time, or a number; undefined where it is neither. */
type KeyOf = (value: unknown) => number | undefined;

/** How a value stands to the limit of a filter: below zero where it is less; zero where they cannot be compared. */
function difference(value: unknown, limit: string, keyOf: KeyOf, isTime: boolean): number {
  const one = keyOf(value);
  const other = keyOf(limit);
  if (one !== undefined && other !== undefined) return one - other;
  if (isTime) return 0;
  const text = textOf(value);
  return text < limit ? -1 : Number(text > limit);
}

function leafTest(leaf: FilterLeaf, isTime: boolean, clock: WallClock | undefined): Test {
  const { op, field, values = [] } = leaf;
  const keyOf: KeyOf = isTime ? (value) => readMicros(value, clock) : numberOf;
  const texts = new Set(values);
  const keys = new Set(values.map(keyOf).filter((key) => key !== undefined));
  const isAny = (value: unknown) => {
    if (texts.has(textOf(value))) return true;
    // Only times and numbers can be the same and written otherwise.
    const key = isTime || typeof value === "number" ? keyOf(value) : undefined;
    return key !== undefined && keys.has(key);
  };
  const cells = (row: Row) => valuesOf(cellOf(row, field));
  if (isNotSet(leaf)) return (row) => cells(row).every((value) => value === "");
  const [limit] = values;
  switch (op) {
    case "EQ":
    case "IN":
      return (row) => cells(row).some(isAny);
    case "NE":
      return (row) => !cells(row).some(isAny);
    case "GT":
      return (row) => limit !== undefined && cells(row).some((value) => difference(value, limit, keyOf, isTime) > 0);
    case "LT":
      return (row) => limit !== undefined && cells(row).some((value) => difference(value, limit, keyOf, isTime) < 0);
  }
}

/**
 * Whether a row fits filters, for what an account does not filter itself. All groups have to hold. In a list one member
 * is enough; EQ and IN ask for any of the values, NE for none of them and keeps what is not there; GT and LT leave out
 * their own value and what is not there. What is not set is what the screen shows nothing for.
 *
 * @param times the fields whose cells are compared as moments, however they are written.
 * @param zone the zone of times without an offset.
 */
export function predicate(filters: readonly FilterGroup[], times: ReadonlySet<string>, zone = "UTC"): Test {
  const clock = wallClock(zone);
  const groups = filters.map(({ op, expressions }): Test => {
    const tests = expressions.map((leaf) => leafTest(leaf, times.has(leaf.field), clock));
    return op === "OR" ? (row) => tests.some((test) => test(row)) : (row) => tests.every((test) => test(row));
  });
  return (row) => groups.every((test) => test(row));
}
