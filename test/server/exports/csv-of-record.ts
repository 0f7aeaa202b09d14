import { stringify } from "csv-stringify/sync";
import { instantWriter } from "../../../server/exports/instant.ts";
import { cellText, harmless } from "../../../server/exports/render/cell.ts";
import { parseRows } from "../../../server/exports/render/exact.ts";
import type { RenderPlan } from "../../../server/exports/render/plan.ts";

/** The file as csv-stringify writes it from parsed rows: what the server's own writer is held to, byte for byte. */
export function csvOfRecord({ columns, zone, options }: RenderPlan, lines: string): Buffer {
  const { separator, arrayMark, escapeFormulas, bom } = options;
  const safe = (text: string) => (escapeFormulas ? harmless(text) : text);
  const written = (cells: string[][]) =>
    stringify(cells, {
      delimiter: separator,
      record_delimiter: "windows",
      quoted_match: /[\r\n]/,
      quoted_empty: columns.length === 1,
    });
  const rows = lines === "" ? [] : parseRows(lines);
  const cells = rows.map((row) =>
    columns.map(({ field, type }) => {
      const value = Object.hasOwn(row, field) ? row[field] : undefined;
      const writeText = type === "time" ? instantWriter(zone) : undefined;
      const text = cellText(value, { arrayMark, writeText });
      return typeof value === "string" || typeof value === "object" ? safe(text) : text;
    }),
  );
  const header = written([columns.map(({ header: words }) => safe(words))]);
  return Buffer.from(`${bom ? "\uFEFF" : ""}${header}${written(cells)}`);
}
