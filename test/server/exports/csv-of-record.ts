import { stringify } from "csv-stringify/sync";
import { harmless } from "../../../contract/formulas.ts";
import { cellText, isPlainNumber, protectedText } from "../../../server/exports/formats/cells/cell.ts";
import { ExactNumber, parseRows } from "../../../server/exports/formats/cells/exact.ts";
import { writtenColumns } from "../../../server/exports/formats/cells/written-columns.ts";
import type { RenderPlan } from "../../../server/exports/formats/format.ts";
import { instantWriter } from "../../../server/exports/instant.ts";
import { clockWriter } from "../../../server/exports/wall-clock.ts";

/** The file as csv-stringify writes it from parsed rows: what the server's own writer is held to, byte for byte. */
export function csvOfRecord(plan: RenderPlan, lines: string): Buffer {
  const { zone, options } = plan;
  const { separator, arrayMark, escapeFormulas, bom, decimal, protectText } = options;
  const columns = writtenColumns(plan);
  const safe = (text: string) => (escapeFormulas ? harmless(text) : text);
  const kept = (text: string) => (protectText && safe(text) === text ? protectedText(text) : safe(text));
  const writeNumber = (text: string) => text.replace(".", decimal);
  const writers = { iso: instantWriter(zone), spreadsheet: clockWriter(zone) };
  const written = (cells: string[][]) =>
    stringify(cells, {
      delimiter: separator,
      record_delimiter: "windows",
      quoted_match: /[\r\n]/,
      quoted_empty: columns.length === 1,
    });
  const rows = lines === "" ? [] : parseRows(lines);
  const cells = rows.map((row) =>
    columns.map(({ field, type, times }) => {
      const value = Object.hasOwn(row, field) ? row[field] : undefined;
      if (type === "number" && typeof value === "string" && isPlainNumber(value)) return writeNumber(value);
      const writeText = type === "time" ? writers[times] : undefined;
      const text = cellText(value, { arrayMark, writeText, writeNumber });
      if (value instanceof ExactNumber || (typeof value !== "string" && typeof value !== "object")) return text;
      return writeText ? safe(text) : kept(text);
    }),
  );
  const header = written([columns.map(({ header: words }) => safe(words))]);
  return Buffer.from(`${bom ? "\uFEFF" : ""}${header}${written(cells)}`);
}
