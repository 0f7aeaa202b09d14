import { parse as parseLossless } from "lossless-json";
import type { Row } from "../../../../contract/page.ts";

/** A number that a double would not write back as it came: more digits than it holds, 1.0, 1e3. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/**
 * Whether a text can hold a number that JSON.parse would change: sixteen digits, an exponent, seven zeros behind the
 * point, a trailing zero, minus zero.
 * It may say yes for what stands inside a string; that costs time only.
 */
const suspicious = /[:[,]\s*-?(?:\d[\d.]{15}|\d[\d.]*[eE]|\d+\.\d*0\s*[,\]}]|0\.0{6}|0\s*[,\]}](?<=-0\s*[,\]}]))/;

function exactNumber(text: string): number | ExactNumber {
  const number = Number(text);
  return String(number) === text ? number : new ExactNumber(text);
}

/** Whether a double, and so a cell of Excel's, holds a number to its last digit: fifteen of them, and not beyond its ends. */
export function isDouble(text: string): boolean {
  const digits = text.replace(/e.*$/i, "").replace(/^-?[0.]*|\.|0+$/g, "").length;
  const number = Number(text);
  return digits <= 15 && Number.isFinite(number) && (number !== 0 || digits === 0);
}

/** JSON as JSON.parse reads it, but with an ExactNumber where a double cannot hold a number. */
export function parseExact(json: string): unknown {
  // The brackets give a number that stands alone the conversationApis that the pattern looks at.
  if (!suspicious.test(`[${json}]`)) return JSON.parse(json);
  return parseLossless(json, null, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });
}

/**
 * The rows in whole lines of the spool, with every number as exact as it came.
 *
 * @param lines one row a line, each with its line feed.
 */
export function parseRows(lines: string): Row[] {
  return parseExact(`[${lines.slice(0, -1).replaceAll("\n", ",")}]`) as Row[];
}
