import { stringify } from "csv-stringify/sync";
import type { ExportColumn } from "../../contract/export.ts";
import type { Row } from "../../contract/page.ts";
import { cellText } from "./cell.ts";
import { instantWriter } from "./instant.ts";

/** Writes the parts of one file: its header line, and the lines of a page. Each ends with CRLF; no rows give "". */
export type CsvWriter = { header(): string; rows(items: readonly Row[]): string };

/**
 * CSV after RFC 4180, in UTF-8 without a byte order mark. One synchronous call a page is half as dear as a stream.
 *
 * @param timeZone the zone of columns of type `time`; RangeError when it is not a known IANA name.
 */
export function csvWriter(columns: readonly ExportColumn[], timeZone: string): CsvWriter {
  const writeInstant = instantWriter(timeZone);
  const lines = (cells: string[][]) =>
    // A line of one empty cell would be an empty line, which readers skip; quoted, it stays a row.
    // And the writer quotes for its own line end only: a lone CR or LF would break the row for every reader.
    stringify(cells, { record_delimiter: "windows", quoted_match: /[\r\n]/, quoted_empty: columns.length === 1 });
  return {
    header: () => lines([columns.map((column) => cellText(column.header))]),
    rows: (items) =>
      lines(
        items.map((row) =>
          columns.map(({ field, type }) => {
            // A field may be called "constructor"; only what the row itself holds is a cell.
            const value = Object.hasOwn(row, field) ? row[field] : undefined;
            return cellText(value, type === "time" ? writeInstant : undefined);
          }),
        ),
      ),
  };
}
