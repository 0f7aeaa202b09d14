import { stringify } from "csv-stringify/sync";
import type { Row } from "../../../contract/page.ts";
import { instantWriter } from "../instant.ts";
import { type CellWords, cellText, harmless } from "./cell.ts";
import type { RenderPlan } from "./plan.ts";

/** Writes the parts of one file: its header line, and the lines of some rows. Each ends with CRLF; no rows give "". */
export type CsvWriter = { header(): string; rows(items: readonly Row[]): string };

/**
 * CSV after RFC 4180, in UTF-8. Text that a spreadsheet would run is made harmless unless the plan says otherwise;
 * numbers are never touched. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. One synchronous call for some
 * thousand rows is half as dear as a stream.
 *
 * @throws RangeError when the zone is not an IANA name that Node knows.
 */
export function csvWriter({ columns, zone, options }: RenderPlan): CsvWriter {
  const { separator, arrayMark, escapeFormulas, bom } = options;
  const safe = (text: string) => (escapeFormulas ? harmless(text) : text);
  const writeInstant = instantWriter(zone);
  const readers = columns.map(({ field, type }) => {
    const words: CellWords = { arrayMark, writeText: type === "time" ? writeInstant : undefined };
    return { field, words };
  });
  const lines = (cells: string[][]) =>
    stringify(cells, {
      delimiter: separator,
      record_delimiter: "windows",
      // The writer quotes for its own line end only; a lone CR or LF would break the row for every reader.
      quoted_match: /[\r\n]/,
      // A line of one empty cell would be an empty line, which readers skip; quoted, it stays a row.
      quoted_empty: columns.length === 1,
    });

  function cell(row: Row, field: string, words: CellWords): string {
    // A field may be called "constructor"; only what the row itself holds is a cell.
    const value = Object.hasOwn(row, field) ? row[field] : undefined;
    const text = cellText(value, words);
    return typeof value === "string" || typeof value === "object" ? safe(text) : text;
  }

  return {
    header: () => (bom ? "\uFEFF" : "") + lines([columns.map(({ header }) => safe(header))]),
    rows: (items) => lines(items.map((row) => readers.map(({ field, words }) => cell(row, field, words)))),
  };
}
