import { ExactNumber } from "./exact.ts";

/** What a spreadsheet takes for the beginning of a formula, with the full-width forms that some of them accept too. */
const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Makes text harmless in a spreadsheet: an apostrophe goes before what would be run as a formula. Numbers are left
 * alone, signs and all, so "-5" and "+14155550100" keep their values.
 */
export function harmless(text: string): string {
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** How the cells of one column become text. */
export type CellWords = {
  /** Rewrites strings first, e.g. instants into a time zone. */
  writeText?: ((text: string) => string) | undefined;
  /** What stands between the members of an array. */
  arrayMark: string;
};

/** One cell as text: null and missing are empty, members of an array are joined by the mark, objects are JSON. */
export function cellText(value: unknown, words: CellWords): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return words.writeText ? words.writeText(value) : value;
  if (Array.isArray(value)) return value.map((member) => cellText(member, words)).join(words.arrayMark);
  return typeof value === "object" && !(value instanceof ExactNumber) ? exactJson(value) : String(value);
}

/** JSON with the exact digits of every number. */
export function exactJson(value: unknown): string {
  if (value instanceof ExactNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(exactJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}:${exactJson(member)}`)
    .join(",")}}`;
}
