import { crc32 } from "node:zlib";
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
  /** Whether all of these rows have come before. */
  haveAll(rows: readonly Buffer[]): boolean;
};

/** Finds rows among those that were added. */
type RowTable = { includes(row: Buffer, sum: number): boolean; add(row: Buffer, sum: number): void };

/**
 * A table with open addressing for so many rows. Nothing is ever taken out of it: forgetting rows is making another one
 * of those that stay, which is cheaper than a map that gains and loses a key with every row.
 */
function rowTable(most: number): RowTable {
  const rows: Buffer[] = [];
  const sums: number[] = [];
  // At most half full, so that a look is over after a step or two. A place holds one more than the row's index.
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
  const mask = places.length - 1;

  /** Where the row is, or the free place where it would be. */
  function placeOf(row: Buffer, sum: number): number {
    for (let place = sum & mask; ; place = (place + 1) & mask) {
      const index = (places[place] ?? 0) - 1;
      if (index < 0 || (sums[index] === sum && rows[index]?.equals(row))) return place;
    }
  }

  return {
    includes: (row, sum) => places[placeOf(row, sum)] !== 0,
    add(row, sum) {
      places[placeOf(row, sum)] = rows.push(row);
      sums.push(sum);
    },
  };
}

/**
 * Rows are found by a checksum and then compared byte by byte: as keys of a set they would have to become strings, which
 * costs more than all else that an export does with a row.
 */
export function repeats(earlier: readonly Buffer[] = []): Repeats {
  let last = earlier.map((row) => ({ row, sum: crc32(row) }));

  function tableWithRoom(more: number): RowTable {
    const table = rowTable(last.length + more);
    for (const { row, sum } of last) table.add(row, sum);
    return table;
  }

  return {
    haveAll(rows) {
      const table = tableWithRoom(0);
      return rows.every((row) => table.includes(row, crc32(row)));
    },
    fresh(rows) {
      const table = tableWithRoom(rows.length);
      const kept: Buffer[] = [];
      for (const row of rows) {
        const sum = crc32(row);
        if (table.includes(row, sum)) continue;
        table.add(row, sum);
        last.push({ row, sum });
        kept.push(row);
      }
      last = last.slice(-remembered);
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
