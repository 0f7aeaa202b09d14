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

/** 32 bits, in the manner of FNV-1a, with the place of each byte mixed in. */
function hashOf(row: Buffer): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < row.length; at += 1) hash = Math.imul(hash ^ (row[at] ?? 0) ^ at, 0x01000193);
  return hash;
}

/**
 * Rows are found by a hash and then compared byte by byte: as keys of a set they would have to become strings, which
 * costs more than all else that an export does with a row.
 */
export function repeats(earlier: readonly Buffer[] = []): Repeats {
  const known = new Map<number, Buffer[]>();
  let order: { hash: number; row: Buffer }[] = [];

  const includes = (hash: number, row: Buffer) => known.get(hash)?.some((one) => one.equals(row)) ?? false;

  function add(hash: number, row: Buffer): void {
    const alike = known.get(hash);
    if (alike) alike.push(row);
    else known.set(hash, [row]);
    order.push({ hash, row });
  }

  function forgetOldest(): void {
    if (order.length <= remembered) return;
    for (const { hash, row } of order.slice(0, -remembered)) {
      const rest = known.get(hash)?.filter((one) => one !== row) ?? [];
      if (rest.length > 0) known.set(hash, rest);
      else known.delete(hash);
    }
    order = order.slice(-remembered);
  }

  for (const row of earlier) add(hashOf(row), row);
  return {
    has: (row) => includes(hashOf(row), row),
    fresh(rows) {
      const kept: Buffer[] = [];
      for (const row of rows) {
        const hash = hashOf(row);
        if (includes(hash, row)) continue;
        add(hash, row);
        kept.push(row);
      }
      forgetOldest();
      return kept;
    },
  };
}

/** The last rows of a spool, as `repeats` remembers them. A run that goes on knows what an undisturbed one would. */
export async function lastRows(spool: Spool): Promise<Buffer[]> {
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
  const rows: Buffer[] = [];
  for (let from = 0, to = tail.indexOf(lineFeed); to >= 0; from = to + 1, to = tail.indexOf(lineFeed, from)) {
    rows.push(tail.subarray(from, to));
  }
  return (start > 0 ? rows.slice(1) : rows).slice(-remembered);
}
