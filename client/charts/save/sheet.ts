import { Temporal } from "temporal-polyfill";
import { harmless } from "../../../contract/formulas.ts";
import type { Population } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import { populationText } from "../card/words.ts";

/** The numbers of a chart as rows of cells; the first row is the head. */
export type Sheet = readonly (readonly (string | number | undefined)[])[];

/** A time with its offset, so that no zone has to be guessed. */
export function timeCell(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ timeZone: zone, smallestUnit: "second" });
}

/**
 * Adds what must be said of rows as a last column, which every program reads; where nothing must be said there is none.
 *
 * @param notes what is said of each row behind the head, in their order; a row may have several
 */
export function withNotes([head = [], ...rows]: Sheet, notes: readonly (readonly string[])[]): Sheet {
  if (notes.every((some) => some.length === 0)) return [head, ...rows];
  return [
    [...head, t("charts.columns.note")],
    ...rows.map((row, place) => [...row, notes[place]?.join("; ") || undefined]),
  ];
}

/** That numbers are of the loaded rows alone: a file must say so, as the card does. */
export function loadedNotes(population: Population): string[] {
  return population.kind === "loaded" ? [populationText(population)] : [];
}

function csvCell(cell: string | number | undefined): string {
  const text = cell === undefined ? "" : String(cell);
  // A number is left as it is; a text never becomes a formula.
  const safe = typeof cell === "string" ? harmless(text) : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** RFC 4180, with the sign that tells spreadsheets of UTF-8. Numbers are plain digits. */
export function sheetCsv(sheet: Sheet): string {
  return `\uFEFF${sheet.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}
