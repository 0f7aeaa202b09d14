import { jsonScanner } from "../../twilio/json-scan.ts";
import { rowSpans } from "../../twilio/row-spans.ts";

/** Cuts the cells of some fields out of rows, as the JSON that came; undefined where a row has none, or null. */
export function rowCells(fields: readonly string[]): (row: Buffer) => (Buffer | undefined)[] {
  const spans = rowSpans(fields, true);
  return (row) => {
    spans.read(row, jsonScanner(row), 0);
    return fields.map((_, place) => {
      const [from = -1, to = -1] = [spans.from[place], spans.to[place]];
      const cell = from < 0 ? undefined : row.subarray(from, to);
      return cell?.toString("latin1") === "null" ? undefined : cell;
    });
  };
}
