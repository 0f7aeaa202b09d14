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

function plain(value: unknown, writeText: (text: string) => string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return writeText(value);
  if (Array.isArray(value)) return value.map((member) => plain(member, writeText)).join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * One cell as text: null and missing are empty, members of an array are joined by "; ", objects are JSON.
 *
 * @param writeText rewrites strings first, e.g. instants into a time zone.
 */
export function cellText(value: unknown, writeText: (text: string) => string = (text) => text): string {
  return harmless(plain(value, writeText));
}
