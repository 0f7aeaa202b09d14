import { openBrace, openBracket, quote } from "../../twilio/json-bytes.ts";
import { jsonScanner } from "../../twilio/json-scan.ts";
import { parseExact } from "./exact.ts";
import { readLines, type SpoolSource } from "./read-spool.ts";
import { rowSpans } from "./row-spans.ts";

/** The cells of some rows, a list for each field in the order of the fields; undefined where a row has no such field. */
export type CellColumns = unknown[][];

/** Lists that are remembered as values: those of channels and languages are few. */
const mostLists = 1000;
const longestList = 200;
/** A double holds so many digits of a whole number. */
const exactDigits = 15;
const digits = /^\d+$/;

/** Reads one cell, exactly as `parseExact` reads it. Nobody may change the lists and objects: rows share them. */
function cellReader(): (bytes: Buffer, from: number, to: number) => unknown {
  const known = new Map<string, unknown>();

  function structure(json: string): unknown {
    if (known.has(json)) return known.get(json);
    const value = parseExact(json);
    if (known.size >= mostLists) known.clear();
    if (json.length <= longestList) known.set(json, value);
    return value;
  }

  return (bytes, from, to) => {
    if (from < 0) return undefined;
    const first = bytes[from];
    if (first === quote) {
      const text = bytes.toString("utf8", from + 1, to - 1);
      return text.includes("\\") ? JSON.parse(`"${text}"`) : text;
    }
    const json = bytes.toString("utf8", from, to);
    if (first === openBracket || first === openBrace) return structure(json);
    return json.length <= exactDigits && digits.test(json) ? Number(json) : parseExact(json);
  };
}

/** A group ends with the row that reaches either: so memory stays flat where rows are long, too. */
export type GroupSize = { rows: number; bytes: number };

/**
 * The cells of a spool in groups of rows, the last one shorter. They are cut out of the bytes: parsing whole rows
 * costs twice as much, and most of that is the memory of objects that are gone at once.
 */
export async function* readColumns(
  fields: readonly string[],
  spool: SpoolSource,
  size: GroupSize,
): AsyncGenerator<CellColumns> {
  const spans = rowSpans(fields);
  const read = cellReader();
  const empty = (): CellColumns => fields.map(() => []);
  let columns = empty();
  let [rows, bytes] = [0, 0];
  for await (const lines of readLines(spool)) {
    const json = jsonScanner(lines);
    for (let at = 0; at < lines.length; ) {
      const start = at;
      at = spans.read(lines, json, at);
      // By index: an iterator would leave more behind than the cells do.
      for (let place = 0; place < columns.length; place += 1) {
        columns[place]?.push(read(lines, spans.from[place] ?? -1, spans.to[place] ?? -1));
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
