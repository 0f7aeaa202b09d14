import { type ExportFormat, type ExportOptions, exportFormats, exportOptionsSchema } from "../../contract/export.ts";
import { hasDecimalComma } from "../format/decimal.ts";

/** The formats' own names, the same in every language. */
export const formatNames: Record<ExportFormat, string> = {
  csv: "CSV",
  xlsx: "XLSX",
  ndjson: "NDJSON",
  json: "JSON",
  parquet: "Parquet",
};

/**
 * What the dialog begins with: the server's own choices, but where the reader writes decimals with a comma, what the
 * spreadsheets of such places read: semicolons between cells, and the comma in numbers.
 */
export function proposedOptions(): ExportOptions {
  const usual = exportOptionsSchema.parse({});
  return hasDecimalComma() ? { ...usual, separator: ";", decimal: "," } : usual;
}

export function isFormat(text: string): text is ExportFormat {
  return exportFormats.some((format) => format === text);
}
