import { arrays } from "./arrays.ts";
import { content } from "./content.ts";
import { envelopes } from "./envelopes.ts";
import { errors } from "./errors.ts";
import { groups } from "./groups.ts";
import { jobs } from "./jobs.ts";
import { keys } from "./keys.ts";
import { limits } from "./limits.ts";
import { metadata } from "./metadata.ts";
import { names } from "./names.ts";
import { numbers } from "./numbers.ts";
import { orders } from "./order.ts";
import { pagings } from "./paging.ts";
import { ranges } from "./range.ts";
import { refusals } from "./refusals.ts";
import { rows } from "./rows.ts";
import { shapes } from "./shape.ts";
import { times } from "./times.ts";
import type { Dialect, Hooks, MeasuredDialect } from "./types.ts";
import { values } from "./values.ts";

/**
 * Every dialect, in the order in which they take part: what a field is comes before what it is called, and the keys of
 * rows come from the names that are left in the end.
 */
export const dialects: readonly (Dialect | MeasuredDialect)[] = [
  ...values,
  ...arrays,
  ...refusals,
  ...orders,
  ...ranges,
  ...groups,
  ...numbers,
  ...times,
  ...names,
  ...metadata,
  ...keys,
  ...pagings,
  ...jobs,
  ...limits,
  ...rows,
  ...shapes,
  ...envelopes,
  ...errors,
  ...content,
];

/** Several dialects under one name: accounts as they may really be. */
export const dialectSets: readonly { name: string; does: string; dialects: readonly string[] }[] = [
  {
    name: "cube-0",
    does: "Cube 0.35 behind Twilio’s surface",
    dialects: [
      "array-filter-refused",
      "cubes-apart",
      "ne-takes-nulls",
      "order-grain-refused",
      "order-unselected-ignored",
      "range-no-z",
      "range-whole-seconds",
      "numbers-text",
      "times-no-offset-utc",
      "keys-time-twice",
      "ties-shuffled",
      "row-cap",
    ],
  },
  {
    name: "cube-1",
    does: "Cube 1.7 behind Twilio’s surface, with lists taken apart by ClickHouse’s arrayJoin",
    dialects: [
      "arrays-exploded-empty-lost",
      "cubes-apart",
      "ne-takes-nulls",
      "order-unselected-ignored",
      "range-no-z",
      "range-whole-seconds",
      "numbers-text",
      "times-no-offset-zone",
      "times-whole-seconds",
      "keys-time-twice",
      "ties-shuffled",
      "row-cap",
    ],
  },
  {
    name: "clickhouse",
    does: "a layer of Twilio’s own over ClickHouse",
    dialects: [
      "arrays-clickhouse",
      "array-filter-refused",
      "range-no-offset",
      "range-read-utc",
      "range-whole-seconds",
      "counts-approximate",
      "times-dates",
      "times-no-offset-utc",
      "times-space",
      "ties-shuffled",
    ],
  },
];

/** The names that can be chosen: of dialects, then of sets. */
export const dialectNames: readonly string[] = [...dialects, ...dialectSets].map(({ name }) => name);

const written = /^([a-z0-9-]+?)(?:=([1-9]\d{0,8}))?$/;

/** The words that name no dialect: unknown names, and amounts where there is none to choose. */
export function unknownDialects(words: readonly string[]): string[] {
  return words.filter((word) => {
    const [, name, amount] = written.exec(word) ?? [];
    const dialect = dialects.find((one) => one.name === name);
    if (amount !== undefined) return !(dialect && "usual" in dialect);
    return name === undefined || !dialectNames.includes(name);
  });
}

/**
 * The hooks of the chosen dialects, in their own order, whatever the order of the words: `times-space`, `row-cap=500`,
 * `cube-0`. An amount that is written holds over the usual one of a set.
 *
 * @throws RangeError for a word that names no dialect.
 */
export function hooksOf(words: readonly string[]): Hooks[] {
  const [unknown] = unknownDialects(words);
  if (unknown !== undefined) throw new RangeError(`There is no dialect ${unknown}`);
  const amounts = new Map<string, number>();
  for (const word of words.flatMap((one) => dialectSets.find(({ name }) => name === one)?.dialects ?? [one])) {
    const [name = "", amount] = word.split("=");
    amounts.set(name, Number(amount ?? amounts.get(name) ?? 0));
  }
  return dialects.flatMap((dialect) => {
    const amount = amounts.get(dialect.name);
    if (amount === undefined) return [];
    return ["usual" in dialect ? dialect.hooks(amount || dialect.usual) : dialect.hooks];
  });
}
