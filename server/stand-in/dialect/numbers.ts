import type { Row } from "../../../contract/page.ts";
import type { Plan } from "../compile/plan.ts";
import { isPart, mapDimensions } from "./fields.ts";
import type { Dialect, Hooks, MeasuredDialect } from "./types.ts";

/** Marks text that stands in an answer without its quotes: JSON numbers have spellings that JavaScript never writes. */
const mark = "\uE000";

function exponent(value: unknown): unknown {
  if (typeof value === "number") return `${mark}${value.toExponential()}`;
  if (typeof value === "string" && value !== "" && Number.isFinite(Number(value))) return Number(value).toExponential();
  return value;
}

/** Wrong by two in a thousand, up or down, and the same for the same number. */
function approximate(value: number): number {
  return Math.round(value * (value % 2 === 0 ? 1.002 : 0.998));
}

function changeNumber(value: unknown, change: (value: number) => number): unknown {
  if (typeof value === "number") return change(value);
  return typeof value === "string" ? String(change(Number(value))) : value;
}

/** Off by one, up or down, or true: the same for the same row, as noise has to be that cannot be averaged out. */
function noisy(row: Row, { measures }: Plan): Row {
  const text = JSON.stringify(row);
  let sum = 0;
  for (const sign of text) sum = (sum * 31 + sign.charCodeAt(0)) % 65_521;
  const change = (number: number) => Math.max(0, number + (sum % 3) - 1);
  const counts = measures.filter(({ aggregation }) => aggregation.startsWith("count"));
  return { ...row, ...Object.fromEntries(counts.map(({ name }) => [name, changeNumber(row[name], change)])) };
}

function unquoted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString().replace(new RegExp(`"${mark}([^"]*)"`, "g"), "$1"));
}

const withExponents: Hooks = {
  cell: (value, { kind }) => (kind === "number" ? exponent(value) : value),
  number: exponent,
  send: unquoted,
};

/** `1,234` of 1234, as a spreadsheet shows it. */
function inThousands(value: unknown): unknown {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number.toLocaleString("en-US") : value;
}

/** Ids that are numbers, of which two of three are no doubles. */
const idNumber = "(9007199254740993 + c.n)::VARCHAR";

const withBigIds: Hooks = {
  catalogue: (catalogue) => ({
    ...mapDimensions(catalogue, (one) => (isPart("id", one) ? { ...one, sql: idNumber } : one)),
    newest: { ...catalogue.newest, id: idNumber },
  }),
  cell: (value, { sql }) => (sql === idNumber ? `${mark}${String(value)}` : value),
  send: unquoted,
};

/** How numbers are written, and how true they are. */
export const numbers: readonly (Dialect | MeasuredDialect)[] = [
  {
    name: "counts-approximate",
    does: "counts conversations with an error of 0.2 %, as ClickHouse’s uniq does; fewer than 250 are counted exactly",
    hooks: {
      number: (value, { aggregation }) => (aggregation.startsWith("count") ? changeNumber(value, approximate) : value),
    },
  },
  {
    name: "counts-rounded",
    does: "rounds counts to tens, as is done to protect people",
    hooks: {
      number: (value, { aggregation }) =>
        aggregation.startsWith("count") ? changeNumber(value, (number) => Math.round(number / 10) * 10) : value,
    },
  },
  {
    name: "counts-capped",
    does: "counts no further than 50, in each figure",
    usual: 50,
    hooks: (most): Hooks => ({
      number: (value, { aggregation }) =>
        aggregation.startsWith("count") ? changeNumber(value, (number) => Math.min(number, most)) : value,
    }),
  },
  {
    name: "counts-noisy",
    does: "adds one to counts, or takes one away, as noise that protects people does; the same count is always off alike",
    hooks: { row: noisy },
  },
  {
    name: "ids-big-numbers",
    does: "has numbers beyond 2^53 as ids: `9007199254741234`",
    hooks: withBigIds,
  },
  {
    name: "numbers-text",
    does: "writes numbers as text, as Cube does",
    hooks: { catalogue: (catalogue) => ({ ...catalogue, numbers: "string" }) },
  },
  {
    name: "numbers-thousands",
    does: "writes numbers as text with thousands apart: `1,234`",
    hooks: {
      cell: (value, { kind }) => (kind === "number" ? inThousands(value) : value),
      number: inThousands,
    },
  },
  {
    name: "numbers-exponent",
    does: "writes numbers with an exponent: `1.2e+3`",
    hooks: withExponents,
  },
  {
    name: "numbers-nan",
    does: "writes NaN, which is no JSON, for what is not there, as Python does",
    hooks: {
      cell: (value, { kind }) => (value === null && kind !== "time" ? `${mark}NaN` : value),
      send: unquoted,
    },
  },
];
