import { quote } from "../../../json/json-bytes.ts";
import { jsonScanner } from "../../../json/json-scan.ts";
import { rowSpans } from "../../../json/row-spans.ts";
import { cellMemo } from "../cells/cell-memo.ts";
import { parseExact } from "../cells/exact.ts";
import { readLines, type SpoolSource } from "../spool/read-spool.ts";

/** The cells of some rows, a list for each field in the order of the fields; undefined where a row has no such field. */
export type CellColumns = unknown[][];

/** A double holds so many digits of a whole number. */
const exactDigits = 15;
const zero = 0x30;
const nine = 0x39;

/** A whole number without a sign, without a text of its own; undefined for what is anything else. */
function wholeNumber(bytes: Buffer, from: number, to: number): number | undefined {
  if (to - from > exactDigits) return undefined;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < zero || byte > nine) return undefined;
    value = value * 10 + byte - zero;
  }
  return value;
}

/** Reads one cell, exactly as `parseExact` reads it. */
function readCell(bytes: Buffer, from: number, to: number): unknown {
  if (bytes[from] !== quote) return wholeNumber(bytes, from, to) ?? parseExact(bytes.toString("utf8", from, to));
  const text = bytes.toString("utf8", from + 1, to - 1);
  return text.includes("\\") ? JSON.parse(`"${text}"`) : text;
}

/** A group ends with the row that reaches either: so memory stays flat where rows are long, too. */
export type GroupSize = { rows: number; bytes: number };

/**
 * The cells of a spool in groups of rows, the last one shorter. They are cut out of the bytes: parsing whole rows
 * costs twice as much, and most of that is the memory of objects that are gone at once.
 *
 * @param onValue told of the values of each field before their group comes: of each at least once, of few values no oftener.
 */
export async function* readColumns(
  fields: readonly string[],
  spool: SpoolSource,
  size: GroupSize,
  onValue: (place: number, value: unknown) => void = () => undefined,
): AsyncGenerator<CellColumns> {
  const spans = rowSpans(fields);
  const readers = fields.map((_, place) =>
    cellMemo((bytes, from, to) => {
      const value = readCell(bytes, from, to);
      onValue(place, value);
      return value;
    }),
  );
  const empty = (): CellColumns => fields.map(() => []);
  let columns = empty();
  let [rows, bytes] = [0, 0];
  for await (const lines of readLines(spool)) {
    const json = jsonScanner(lines);
    for (let at = 0; at < lines.length; ) {
      const start = at;
      at = spans.read(lines, json, at);
      // By index: an iterator would leave more behind than the cells do.
      for (let place = 0; place < readers.length; place += 1) {
        const from = spans.from[place] ?? -1;
        columns[place]?.push(from < 0 ? undefined : readers[place]?.(lines, from, spans.to[place] ?? from));
      }
      rows += 1;
      bytes += at - start;
      if (rows < size.rows && bytes < size.bytes) continue;
      yield columns;
      columns = empty();
      [rows, bytes] = [0, 0];
    }
  }
  if (rows > 0) yield columns;
}
