import { crc32 } from "node:zlib";
import { fingerprintSet } from "./fingerprints.ts";
import { placeTable } from "./places.ts";
import { cellPlaces } from "./row-cells.ts";
import type { Spool } from "./spool.ts";
import { isRowAt, spoolRows } from "./spool-rows.ts";

/** Where the first so many rows all have ids of their own, every row is expected to. */
const enoughToTell = 1000;

/** How rows are looked at. `read`: those of a result, in their order. `again`: those of a further query for the rest. */
export type ReadPass = "read" | "again";

/** What rows turned out to be: new ones, the same ones once more, or the id of an earlier row with other cells. */
export type SortedRows = { fresh: Buffer[]; repeats: number; clashes: number };

/**
 * Tells rows that have come already, anywhere in the spool. A query's rows are unique combinations of its dimensions, as
 * Twilio's documentation says; so a row that equals an earlier one in every byte is that row once more, sent again at the
 * edge of two pages or after a restart, and never a second conversation.
 */
export type SeenRows = {
  /** Sorts rows out. The new ones count as having come from now on, and have to be written next. */
  sift(rows: readonly Buffer[], how: ReadPass): Promise<SortedRows>;
  /** Whether a row stands in the spool. */
  has(row: Buffer): Promise<boolean>;
  hasId(cell: Buffer): boolean;
  /** How many different ids came; more than that where some are forgotten, because there were too many. */
  readonly ids: number;
  readonly hasForgotten: boolean;
};

/**
 * Looks through what is written, so that a run that goes on knows what an undisturbed one would. Rows are found by a
 * checksum and then compared byte by byte, in the spool: memory is a few bytes for each.
 *
 * @param idField the field of the conversations' ids, where it is known.
 * @param hasSeveral whether the conversation with an id, the JSON of its cell, has several rows in this account. Asked
 * once, where a row is taken for a clash.
 */
export async function seenRows(
  spool: Spool,
  idField: string | undefined,
  hasSeveral: (id: Buffer) => Promise<boolean> = () => Promise.resolve(false),
): Promise<SeenRows> {
  const places = placeTable();
  const known = fingerprintSet();
  const id = idField === undefined ? undefined : cellPlaces([idField]);
  let rows = 0;
  let ids = 0;
  let haveSeveral: boolean | undefined;

  function remember(row: Buffer, sum: number, place: number): void {
    places.add(sum, place);
    rows += 1;
    if (!id) return;
    id.read(row);
    const [from = -1] = id.from;
    if (from >= 0 && known.add(id.bytes, from, id.to[0])) ids += 1;
  }

  /** The id of a new row where it has come and every row is expected to have its own. */
  function knownId(row: Buffer, how: ReadPass): Buffer | undefined {
    if (!id || ids !== rows || rows < (how === "again" ? 1 : enoughToTell)) return undefined;
    id.read(row);
    const [from = -1] = id.from;
    return from >= 0 && known.has(id.bytes, from, id.to[0]) ? id.bytes.subarray(from, id.to[0]) : undefined;
  }

  /** Of a conversation that was missing, all rows come at once. */
  async function areSeveral(cell: Buffer, how: ReadPass, cameNow: ReadonlySet<string>): Promise<boolean> {
    if (how === "again") return cameNow.has(cell.toString("latin1"));
    haveSeveral ??= await hasSeveral(cell);
    return haveSeveral;
  }

  /** @param pending rows that are not written yet, by the places that they are going to have. */
  async function isThere(row: Buffer, sum: number, pending: ReadonlyMap<number, Buffer>): Promise<boolean> {
    for (const place of places.places(sum)) {
      const held = pending.get(place);
      if (held ? held.equals(row) : await isRowAt(spool, place, row)) return true;
    }
    return false;
  }

  for await (const batch of spoolRows(spool)) {
    for (const { row, place } of batch) remember(row, crc32(row), place);
  }

  return {
    async sift(more, how) {
      const pending = new Map<number, Buffer>();
      const cameNow = new Set<string>();
      const sifted: SortedRows = { fresh: [], repeats: 0, clashes: 0 };
      let place = spool.extent.bytes;
      for (const row of more) {
        const sum = crc32(row);
        if (await isThere(row, sum, pending)) {
          sifted.repeats += 1;
          continue;
        }
        const cell = knownId(row, how);
        if (cell && !(await areSeveral(cell, how, cameNow))) {
          sifted.clashes += 1;
          continue;
        }
        remember(row, sum, place);
        if (how === "again" && id && (id.from[0] ?? -1) >= 0) {
          cameNow.add(id.bytes.toString("latin1", id.from[0], id.to[0]));
        }
        pending.set(place, row);
        sifted.fresh.push(row);
        place += row.length + 1;
      }
      return sifted;
    },
    has: (row) => isThere(row, crc32(row), new Map()),
    hasId: (cell) => known.has(cell),
    get ids() {
      return ids;
    },
    get hasForgotten() {
      return known.hasForgotten;
    },
  };
}
