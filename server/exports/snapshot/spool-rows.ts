import type { Spool } from "./spool.ts";

const chunk = 1024 * 1024;
const lineFeed = 0x0a;

/** A row and where it begins in the spool. */
export type PlacedRow = { row: Buffer; place: number };

/** The rows of a spool in their order, some at a time. */
export async function* spoolRows(spool: Spool): AsyncGenerator<PlacedRow[]> {
  const { bytes } = spool.extent;
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; at < bytes; ) {
    const read = await spool.read(at, Math.min(chunk, bytes - at));
    if (read.length === 0) throw new Error("The spool is shorter than what counts of it.");
    const start = at - rest.length;
    const lines = rest.length > 0 ? Buffer.concat([rest, read]) : read;
    const rows: PlacedRow[] = [];
    let from = 0;
    for (let to = lines.indexOf(lineFeed); to >= 0; to = lines.indexOf(lineFeed, from)) {
      rows.push({ row: lines.subarray(from, to), place: start + from });
      from = to + 1;
    }
    rest = lines.subarray(from);
    at += read.length;
    yield rows;
  }
}

/** Whether the row that begins at a place of the spool is this one. */
export async function isRowAt(spool: Spool, place: number, row: Buffer): Promise<boolean> {
  const written = await spool.read(place, row.length + 1);
  return written.at(-1) === lineFeed && written.subarray(0, -1).equals(row);
}

/** The last row of a spool; undefined where it has none. */
export async function lastRow(spool: Spool): Promise<Buffer | undefined> {
  const { bytes } = spool.extent;
  for (let length = Math.min(4096, bytes); length > 0; length = Math.min(2 * length, bytes)) {
    const tail = await spool.read(bytes - length, length);
    const before = tail.length < 2 ? -1 : tail.lastIndexOf(lineFeed, tail.length - 2);
    if (before >= 0 || length === bytes) return tail.subarray(before + 1, -1);
  }
  return undefined;
}
