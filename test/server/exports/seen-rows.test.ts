import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { countDistinct } from "../../../server/exports/render/count-distinct.ts";
import { fingerprintSet } from "../../../server/exports/snapshot/fingerprints.ts";
import { placeTable } from "../../../server/exports/snapshot/places.ts";
import { type SeenRows, seenRows } from "../../../server/exports/snapshot/seen-rows.ts";
import { emptySha256, openSpool, type Spool } from "../../../server/exports/snapshot/spool.ts";
import { lastRow } from "../../../server/exports/snapshot/spool-rows.ts";
import { long } from "../../support/long.ts";

async function emptySpool(): Promise<{ spool: Spool; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), "earshot-seen-"));
  const path = join(folder, "rows.ndjson");
  const spool = await openSpool(path, { rows: 0, bytes: 0, sha256: emptySha256 });
  onTestFinished(async () => {
    await spool.close();
    await rm(folder, { recursive: true });
  });
  return { spool, path };
}

const rowOf = (id: number | null | undefined, value: number) => Buffer.from(JSON.stringify({ Value: value, Id: id }));
const texts = (rows: readonly Buffer[]) => rows.map(String);

async function written(seen: SeenRows, spool: Spool, rows: readonly Buffer[], how: "read" | "again" = "read") {
  const sifted = await seen.sift(rows, how);
  await spool.append(sifted.fresh);
  return sifted;
}

test("of rows that come again, on the same page or any later one, the first is kept; who goes on knows the same", async () => {
  const page = fc.array(fc.tuple(fc.nat(9), fc.nat(2)), { maxLength: 30 });
  const property = fc.asyncProperty(fc.array(page, { maxLength: 6 }), fc.nat(6), async (pages, stop) => {
    const { spool, path } = await emptySpool();
    const held = new Set<string>();
    let seen = await seenRows(spool, "Id");
    for (const [number, cells] of pages.entries()) {
      if (number === stop) seen = await seenRows(spool, "Id");
      const rows = cells.map(([id, value]) => rowOf(id, value));
      const expected = texts(rows).filter((text) => !held.has(text) && held.add(text));
      const { fresh, repeats, clashes } = await written(seen, spool, rows);
      expect(texts(fresh)).toEqual(expected);
      expect([repeats, clashes]).toEqual([rows.length - fresh.length, 0]);
      for (const row of rows) expect(await seen.has(row)).toBe(true);
    }
    const ids = new Set([...held].map((text) => JSON.parse(text).Id));
    expect(seen.ids).toBe(ids.size);
    expect(await countDistinct(path, spool.extent, "Id")).toBe(ids.size);
    expect(await countDistinct(path, spool.extent, "Id", 3)).toBe(ids.size);
    expect(String((await lastRow(spool)) ?? "")).toBe([...held].at(-1) ?? "");
  });
  await fc.assert(property, { numRuns: long(60, 1000) });
});

test("a row that came thousands of rows before is a repeat", async () => {
  const { spool } = await emptySpool();
  const seen = await seenRows(spool, undefined);
  const rows = Array.from({ length: 10_000 }, (_, index) => rowOf(index, 0));
  for (let at = 0; at < rows.length; at += 1000) await written(seen, spool, rows.slice(at, at + 1000));
  expect(await written(seen, spool, [rowOf(0, 0), rowOf(5000, 0), rowOf(1, 1)])).toMatchObject({
    repeats: 2,
    clashes: 0,
  });
});

test("two different rows with the same checksum are two rows", async () => {
  const bySum = new Map<number, Buffer>();
  let pair: Buffer[] = [];
  for (let number = 0; pair.length === 0; number += 1) {
    // In different forms, for checksums of texts of one length differ where the texts do by less than four bytes.
    const row = rowOf(number * 2_654_435_761, number % 7919);
    const other = bySum.get(crc32(row));
    if (other) pair = [other, row];
    bySum.set(crc32(row), row);
  }
  const { spool } = await emptySpool();
  const seen = await seenRows(spool, undefined);
  expect((await written(seen, spool, pair)).fresh).toEqual(pair);
  expect(await written(seen, spool, pair.toReversed())).toMatchObject({ fresh: [], repeats: 2 });
});

test("an id that comes again with other cells is a clash only where a thousand rows had ids of their own", async () => {
  const { spool } = await emptySpool();
  const seen = await seenRows(spool, "Id");
  const rows = Array.from({ length: 999 }, (_, index) => rowOf(index, 0));
  await written(seen, spool, rows);
  // A further query is asked for what is missing: an id that is there is not.
  expect(await seen.sift([rowOf(7, 1)], "again")).toMatchObject({ fresh: [], clashes: 1 });
  await written(seen, spool, [rowOf(999, 0)]);
  expect(await seen.sift([rowOf(7, 1)], "read")).toMatchObject({ fresh: [], clashes: 1 });
  const other = await emptySpool();
  const several = await seenRows(other.spool, "Id");
  await written(several, other.spool, [...rows, rowOf(7, 1)]);
  expect(await written(several, other.spool, [rowOf(8, 1)])).toMatchObject({ repeats: 0, clashes: 0 });
});

test("rows without an id, or with null, have none", async () => {
  const { spool, path } = await emptySpool();
  const seen = await seenRows(spool, "Id");
  await written(seen, spool, [rowOf(undefined, 1), rowOf(null, 2), rowOf(1, 3), rowOf(1, 4)]);
  expect(seen.ids).toBe(1);
  expect(await countDistinct(path, spool.extent, "Id")).toBe(1);
});

test("sets and tables of any size tell what was added, and keep the last ones when they are full", () => {
  const property = fc.property(fc.array(fc.nat(20_000), { maxLength: 9000 }), (numbers) => {
    const [set, table] = [fingerprintSet(), placeTable()];
    const held = new Set<number>();
    for (const number of numbers) {
      expect(set.add(Buffer.from(`conv_${number}`))).toBe(!held.has(number));
      held.add(number);
      table.add(number % 500, number);
    }
    for (const number of held) expect(table.places(number % 500)).toContain(number);
    expect(set.has(Buffer.from("other"))).toBe(false);
  });
  fc.assert(property, { numRuns: long(20, 200) });
  const [set, table] = [fingerprintSet(100), placeTable(100)];
  for (let number = 0; number < 301; number += 1) {
    set.add(Buffer.from(String(number)));
    table.add(number, number);
    if (number === 150) expect(set.hasForgotten).toBe(false);
  }
  expect(set.hasForgotten).toBe(true);
  expect([set.has(Buffer.from("250")), set.has(Buffer.from("50"))]).toEqual([true, false]);
  expect([table.places(250), table.places(50)]).toEqual([[250], []]);
});
