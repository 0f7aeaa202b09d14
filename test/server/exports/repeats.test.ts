import { crc32 } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { repeats } from "../../../server/exports/snapshot/repeats.ts";
import { long } from "../../support/long.ts";

const remembered = 2000;
const rowsOf = (texts: readonly string[]) => texts.map((text) => Buffer.from(text));
const textsOf = (rows: readonly Buffer[]) => rows.map(String);
const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `row ${from + i}`);

test("of rows that come again, within a page or in a later one, the first is kept", () => {
  const page = fc.array(fc.string({ maxLength: 2 }), { maxLength: 40 });
  const property = fc.property(page, fc.array(page, { maxLength: 6 }), (earlier, pages) => {
    const known = repeats(rowsOf(earlier));
    const seen = new Set(earlier);
    for (const texts of pages) {
      const expected = texts.filter((text) => !seen.has(text) && seen.add(text));
      expect(textsOf(known.fresh(rowsOf(texts)))).toEqual(expected);
      expect(known.haveAll(rowsOf(texts))).toBe(true);
    }
  });
  fc.assert(property, { numRuns: long(100, 2000) });
});

test("two different rows with the same checksum are two rows", () => {
  const bySum = new Map<number, string>();
  let pair: [string, string] | undefined;
  for (let number = 0; !pair; number += 1) {
    // In different forms, for checksums of texts of one length differ where the texts do by less than four bytes.
    const text = `${number * 2_654_435_761}:${number % 7919}`;
    const other = bySum.get(crc32(text));
    if (other !== undefined) pair = [other, text];
    bySum.set(crc32(text), text);
  }
  const known = repeats();
  expect(textsOf(known.fresh(rowsOf(pair)))).toEqual(pair);
  expect(textsOf(known.fresh(rowsOf([...pair].reverse())))).toEqual([]);
});

test("the last two thousand rows are remembered, and no others", () => {
  const known = repeats(rowsOf(numbered(0, 500)));
  known.fresh(rowsOf(numbered(500, remembered + 1)));
  expect(known.haveAll(rowsOf(["row 0"]))).toBe(false);
  expect(known.haveAll(rowsOf(["row 1", `row ${remembered}`]))).toBe(true);
  expect(textsOf(known.fresh(rowsOf(["row 0", "row 1"])))).toEqual(["row 0"]);
});
