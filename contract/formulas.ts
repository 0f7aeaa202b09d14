/** What a spreadsheet takes for the beginning of a formula, with the full-width forms that some of them accept too. */
const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Makes text harmless in a spreadsheet, in a file as in what is copied: an apostrophe goes before what would be run as a
 * formula. Numbers are left alone, signs and all, so "-5" and "+14155550100" keep their values.
 */
export function harmless(text: string): string {
  return formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}
