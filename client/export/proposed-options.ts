import { type ExportOptions, exportOptionsSchema } from "../../contract/export-options.ts";
import { hasDecimalComma } from "../format/decimal.ts";

/**
 * What the dialog begins with: the server's own choices, but where the reader writes decimals with a comma, what the
 * spreadsheets of such places read: semicolons between cells, and the comma in numbers.
 */
export function proposedOptions(): ExportOptions {
  const usual = exportOptionsSchema.parse({});
  return hasDecimalComma() ? { ...usual, separator: ";", decimal: "," } : usual;
}
