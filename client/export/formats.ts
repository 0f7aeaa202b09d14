import { type ExportFormat, type ExportOptions, exportFormats } from "../../contract/export.ts";

/** The formats' own names, the same in every language. */
export const formatNames: Record<ExportFormat, string> = {
  csv: "CSV",
  xlsx: "XLSX",
  ndjson: "NDJSON",
  json: "JSON",
  parquet: "Parquet",
};

export const usualOptions: ExportOptions = { separator: ",", arrayMark: "; ", bom: false, escapeFormulas: true };

export function isFormat(text: string): text is ExportFormat {
  return exportFormats.some((format) => format === text);
}
