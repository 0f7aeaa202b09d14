import { comma } from "../../json/json-bytes.ts";
import type { FormatWriter } from "./format.ts";
import { type Parts, writeParts } from "./parts.ts";
import { readLines, type SpoolSource } from "./spool/read-spool.ts";

const lineFeed = 0x0a;
const separator = Buffer.from(",\n");

/** Whole lines with a comma behind each but the last. */
function separated(lines: Buffer): Buffer {
  const ends: number[] = [];
  for (let at = lines.indexOf(lineFeed); at >= 0; at = lines.indexOf(lineFeed, at + 1)) ends.push(at);
  const rows = Buffer.allocUnsafe(lines.length + ends.length);
  let [from, to] = [0, 0];
  for (const end of ends) {
    to += lines.copy(rows, to, from, end);
    rows[to] = comma;
    rows[to + 1] = lineFeed;
    [from, to] = [end + 1, to + 2];
  }
  return rows.subarray(0, to - separator.length);
}

/** One JSON array. Each row stands on its own line, exactly as it came. */
async function* jsonFile(spool: SpoolSource): Parts {
  yield Buffer.from("[\n");
  let first = true;
  for await (const lines of readLines(spool)) {
    if (!first) yield separator;
    yield separated(lines);
    first = false;
  }
  yield Buffer.from(first ? "]\n" : "\n]\n");
}

export const json: FormatWriter = {
  isSpool: false,
  write: ({ spool, target }) => writeParts(jsonFile(spool), target),
};
