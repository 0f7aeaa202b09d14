import { setImmediate as turn } from "node:timers/promises";
import { crc32 } from "node:zlib";

/** At least so many of the last rows are remembered, and at most twice as many. */
const mostRows = 16_384;
/** Pages that are remembered as a whole: of those with more rows than that. */
const mostPages = 256;
/** Sums that are made before others have their turn. */
const slice = 2500;

/** Numbers of which the last ones are remembered. */
function lastOnes(most: number) {
  let older = new Set<number>();
  let newer = new Set<number>();
  return {
    has: (one: number) => newer.has(one) || older.has(one),
    add(one: number) {
      newer.add(one);
      if (newer.size < most) return;
      older = newer;
      newer = new Set();
    },
    clear() {
      older = new Set();
      newer = new Set();
    },
  };
}

/** What is remembered of the rows that came on one way through pages. */
export type KnownRows = {
  /** Whether every row of a page has come before; they have now. A page without rows has nothing new either. */
  take(rows: readonly Buffer[]): Promise<boolean>;
  forget(): void;
};

/**
 * Knows rows by 32 bits of all their bytes. So a new row counts as known once in many thousands; a whole page of them, one
 * page after another, never does.
 */
export function knownRows(): KnownRows {
  const last = lastOnes(mostRows);
  const pages = lastOnes(mostPages);
  return {
    async take(rows) {
      let areKnown = true;
      let page = rows.length;
      for (const [index, row] of rows.entries()) {
        const sum = crc32(row);
        page = (Math.imul(page ^ sum, 0x9e3779b1) ^ (page >>> 15)) >>> 0;
        areKnown &&= last.has(sum);
        last.add(sum);
        if (index % slice === slice - 1) await turn();
      }
      // Of a page with more rows than are remembered, each has been forgotten when it comes again.
      const wasThere = pages.has(page);
      pages.add(page);
      return areKnown || wasThere;
    },
    forget() {
      last.clear();
      pages.clear();
    },
  };
}
