import { createReadStream } from "node:fs";
import type { Row } from "../../../contract/page.ts";
import { parseRows } from "./exact.ts";

const chunk = 512 * 1024;
const lineFeed = 0x0a;

/** The whole lines of the first `bytes` bytes of a spool, some at a time. */
export async function* readLines(path: string, bytes: number): AsyncGenerator<Buffer> {
  if (bytes === 0) return;
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of createReadStream(path, { end: bytes - 1, highWaterMark: chunk })) {
    const whole: Buffer = rest.length > 0 ? Buffer.concat([rest, part]) : part;
    const end = whole.lastIndexOf(lineFeed) + 1;
    if (end > 0) yield whole.subarray(0, end);
    rest = whole.subarray(end);
  }
  if (rest.length > 0) throw new Error("The spool does not end with a whole line.");
}

/** The rows of a spool in their order, some at a time, so that memory stays flat however many there are. */
export async function* readRows(path: string, bytes: number): AsyncGenerator<Row[]> {
  for await (const lines of readLines(path, bytes)) yield parseRows(lines.toString("utf8"));
}
