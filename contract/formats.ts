import type { ExportOptions } from "./export-options.ts";

/** The formats of exports, in the order in which a person is offered them. */
export const exportFormats = ["csv", "xlsx", "json", "ndjson", "parquet"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * What is known of a format on both sides. What the screen says of it stands under its key in `client/words/`, and what
 * writes it in `server/exports/formats/`; each of the three is asked for by the compiler.
 */
export type FormatFacts = {
  /** Its own name, the same in every language. */
  name: string;
  /** What the name of a file ends with, behind the dot. */
  ending: string;
  /** The Content-Type of a download. */
  mediaType: string;
  /**
   * Whether times are dates of the zone, as spreadsheets have them: always, where the export's `times` ask for it, or
   * never. Elsewhere they are exact instants.
   */
  dates: "always" | "asked" | "never";
  /** What can be chosen for it; nothing else of the options changes a byte. */
  options: readonly (keyof ExportOptions)[];
  /** Whether the file itself says how the export ended, so that two ends make two files. */
  saysItsEnd: boolean;
};

const csv: FormatFacts = {
  name: "CSV",
  ending: "csv",
  mediaType: "text/csv; charset=utf-8",
  dates: "asked",
  options: ["separator", "decimal", "times", "arrayMark", "exactTimes", "escapeFormulas", "protectText", "bom"],
  saysItsEnd: false,
};

const xlsx: FormatFacts = {
  name: "XLSX",
  ending: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  dates: "always",
  options: ["arrayMark", "exactTimes"],
  saysItsEnd: true,
};

const json: FormatFacts = {
  name: "JSON",
  ending: "json",
  mediaType: "application/json; charset=utf-8",
  dates: "never",
  options: [],
  saysItsEnd: false,
};

const ndjson: FormatFacts = {
  name: "NDJSON",
  ending: "ndjson",
  mediaType: "application/x-ndjson; charset=utf-8",
  dates: "never",
  options: [],
  saysItsEnd: false,
};

const parquet: FormatFacts = {
  name: "Parquet",
  ending: "parquet",
  mediaType: "application/vnd.apache.parquet",
  dates: "never",
  options: [],
  saysItsEnd: false,
};

/** Every format. What is known of formats in general stands here alone. */
export const formats: Readonly<Record<ExportFormat, FormatFacts>> = { csv, xlsx, json, ndjson, parquet };

/** Whether times are dates in a file of this format and with these options. */
export function hasDates(format: ExportFormat, { times }: Pick<ExportOptions, "times">): boolean {
  const { dates } = formats[format];
  return dates === "always" || (dates === "asked" && times === "spreadsheet");
}

export function isFormat(text: string): text is ExportFormat {
  return exportFormats.some((format) => format === text);
}
