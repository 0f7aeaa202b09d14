import { open } from "node:fs/promises";
import type { Row } from "../../../../contract/page.ts";
import { parseRows } from "../cells/exact.ts";
import type { Watermark } from "./watermark.ts";

const chunk = 512 * 1024;
const lineFeed = 0x0a;

/** The spool of an export: where it is and how much of it counts. */
export type SpoolSource = { path: string; watermark: Watermark };

/**
 * The lines of a spool, some whole ones at a time, from its beginning up to its watermark, which may rise meanwhile. The
 * bytes are good until the next ones are asked for: one buffer serves them all.
 */
export async function* readLines({ path, watermark }: SpoolSource): AsyncGenerator<Buffer> {
  const file = await open(path, "r");
  try {
    let buffer = Buffer.allocUnsafe(2 * chunk);
    let held = 0;
    for (let at = 0; ; ) {
      // Asked before each piece: whoever is far behind the snapshot hears at once that it was stopped.
      const counted = await watermark.beyond(at);
      if (at >= counted) break;
      if (buffer.length - held < chunk) buffer = Buffer.concat([buffer.subarray(0, held)], 2 * buffer.length);
      const { bytesRead } = await file.read(buffer, held, Math.min(chunk, counted - at), at);
      if (bytesRead === 0) throw new Error("The spool is shorter than what counts of it.");
      at += bytesRead;
      held += bytesRead;
      const end = buffer.subarray(0, held).lastIndexOf(lineFeed) + 1;
      if (end === 0) continue;
      yield buffer.subarray(0, end);
      buffer.copyWithin(0, end, held);
      held -= end;
    }
    if (held > 0) throw new Error("The spool does not end with a whole line.");
  } finally {
    await file.close();
  }
}

/** The rows of a spool in their order, some at a time, so that memory stays flat however many there are. */
export async function* readRows(spool: SpoolSource): AsyncGenerator<Row[]> {
  for await (const lines of readLines(spool)) yield parseRows(lines.toString("utf8"));
}
