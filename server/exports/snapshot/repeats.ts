import type { Spool } from "./spool.ts";

/** Rows that are remembered: two pages of the largest size, so that both sides of a page's edge are. */
const remembered = 2000;
const chunk = 256 * 1024;
const lineFeed = 0x0a;

/**
 * Tells rows that have come already. A query's rows are unique combinations of its dimensions, as Twilio's
 * documentation says; so a row that equals an earlier one in every byte is that row once more, sent again at the edge of
 * two pages or after a restart, and never a second conversation.
 */
export type Repeats = {
  /** The rows that have not come before, in their order. They count as having come from now on. */
  fresh(rows: readonly Buffer[]): Buffer[];
  has(row: Buffer): boolean;
};

export function repeats(earlier: readonly string[] = []): Repeats {
  const known = new Set(earlier);
  return {
    has: (row) => known.has(row.toString("latin1")),
    fresh(rows) {
      const kept: Buffer[] = [];
      for (const row of rows) {
        const text = row.toString("latin1");
        if (known.has(text)) continue;
        known.add(text);
        kept.push(row);
      }
      let tooMany = known.size - remembered;
      for (const text of known) {
        if (tooMany <= 0) break;
        known.delete(text);
        tooMany -= 1;
      }
      return kept;
    },
  };
}

/** The last rows of a spool, as `repeats` remembers them. A run that goes on knows what an undisturbed one would. */
export async function lastRows(spool: Spool): Promise<string[]> {
  let start = spool.extent.bytes;
  let tail = Buffer.alloc(0);
  let lines = 0;
  while (start > 0 && lines <= remembered) {
    const length = Math.min(chunk, start);
    start -= length;
    const bytes = await spool.read(start, length);
    for (const byte of bytes) if (byte === lineFeed) lines += 1;
    tail = Buffer.concat([bytes, tail]);
  }
  const rows = tail.toString("latin1").split("\n").slice(0, -1);
  return (start > 0 ? rows.slice(1) : rows).slice(-remembered);
}
