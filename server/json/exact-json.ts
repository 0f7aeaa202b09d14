import { parse } from "lossless-json";

/** Whether a text may hold a number of more digits than a double has; a string that looks like one costs time only. */
const long = /[:[,]\s*-?\d[\d.]{15}/;

function exact(text: string): number | string {
  const number = Number(text);
  return text.replace(/\D/g, "").length > 15 && String(number) !== text ? text : number;
}

/**
 * JSON as JSON.parse reads it, but a number that a double cannot hold comes as its digits: two ids would be one.
 *
 * @throws SyntaxError when the text is no JSON
 */
export function parseDigits(text: string): unknown {
  return long.test(text) ? parse(text, null, { parseNumber: exact }) : JSON.parse(text);
}
