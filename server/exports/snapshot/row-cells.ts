import { type JsonScanner, jsonScanner } from "../../json/json-scan.ts";
import { rowSpans } from "../../json/row-spans.ts";

const letterN = 0x6e;

/** Where the cells of the row that was read last stand among bytes; both places are -1 where it has none, or null. */
export type CellPlaces = { bytes: Buffer; readonly from: Int32Array; readonly to: Int32Array; read(row: Buffer): void };

/**
 * Finds the cells of some fields in one row after another, without making anything for each: there are millions. Rows are
 * pieces of a page, so one scanner over the whole page's memory serves all of them.
 */
export function cellPlaces(fields: readonly string[]): CellPlaces {
  const spans = rowSpans(fields, true);
  const { from, to } = spans;
  let bytes: Buffer = Buffer.alloc(0);
  let json: JsonScanner = jsonScanner(bytes);
  return {
    get bytes() {
      return bytes;
    },
    from,
    to,
    read(row) {
      if (row.buffer !== bytes.buffer) {
        bytes = Buffer.from(row.buffer);
        json = jsonScanner(bytes);
      }
      spans.read(bytes, json, row.byteOffset);
      for (let place = 0; place < from.length; place += 1) {
        if (bytes[from[place] ?? -1] !== letterN) continue;
        from[place] = -1;
        to[place] = -1;
      }
    },
  };
}

/** Cuts the cells of some fields out of a row, as the JSON that came; undefined where it has none, or null. */
export function rowCells(fields: readonly string[]): (row: Buffer) => (Buffer | undefined)[] {
  const places = cellPlaces(fields);
  return (row) => {
    places.read(row);
    return fields.map((_, place) => {
      const [from = -1, to = -1] = [places.from[place], places.to[place]];
      return from < 0 ? undefined : places.bytes.subarray(from, to);
    });
  };
}
