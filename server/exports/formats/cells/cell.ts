import { ExactNumber } from "./exact.ts";

const blank = "[ \\u00A0\\u202F]";
/**
 * What spreadsheets take for a number, a date or a time, in one country or another: digits among signs (0012345, 1-2,
 * 12:30, 1e5, 10 %), a month's name beside digits (MAR1, 5 Mar 2026), and the names of truth.
 */
const lookalikes = [
  new RegExp(
    `^[-+(.\\p{Sc}]{0,3}${blank}?\\d[-+\\d.,:/'’()%\\p{Sc} \\u00A0\\u202F]*(e[-+]?\\d+|[ap]\\.?m\\.?)?$`,
    "iu",
  ),
  /^\d{4}-\d\d-\d\d[T ][-+\d.:Z]*$/i,
  new RegExp(`^(\\d{1,4}[-/.]?${blank}?)?\\p{L}{3,10}\\.?[-/., ]{0,2}\\d{1,4}([-/., ]{1,2}\\d{1,4})?$`, "u"),
  new RegExp(`^\\d{1,4}[-/.]?${blank}?\\p{L}{3,10}\\.?$`, "u"),
  /^(true|false)$/i,
];

/** Whether a spreadsheet that reads this text as it is shows something else: it begins with no sign of a formula but + and -. */
export function isLookalike(text: string): boolean {
  return text.length <= 100 && lookalikes.some((pattern) => pattern.test(text));
}

/**
 * Keeps a spreadsheet from reading text as a number or a date: as the formula `="0012345"`, whose value is that very text.
 * Nothing else becomes a formula, so the text holds no quotes and is no formula that was to be made harmless.
 */
export function protectedText(text: string): string {
  return isLookalike(text) ? `="${text}"` : text;
}

/** A number as JSON or a text writes it in full, without the zeros in front that a code can have. */
export function isPlainNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text);
}

/** How the cells of one column become text. */
export type CellWords = {
  /** Rewrites strings first, e.g. instants into a time zone. */
  writeText?: ((text: string) => string) | undefined;
  /** Rewrites numbers first, e.g. with a decimal comma. */
  writeNumber?: ((text: string) => string) | undefined;
  /** What stands between the members of an array. */
  arrayMark: string;
};

/** One cell as text: null and missing are empty, members of an array are joined by the mark, objects are JSON. */
export function cellText(value: unknown, words: CellWords): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return words.writeText ? words.writeText(value) : value;
  if (Array.isArray(value)) return value.map((member) => cellText(member, words)).join(words.arrayMark);
  if (typeof value === "object" && !(value instanceof ExactNumber)) return exactJson(value);
  return words.writeNumber && typeof value !== "boolean" ? words.writeNumber(String(value)) : String(value);
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
