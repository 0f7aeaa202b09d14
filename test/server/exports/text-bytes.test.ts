import fc from "fast-check";
import { expect, test } from "vitest";
import { textBytes } from "../../../server/exports/formats/columns/text-bytes.ts";

const different = (count: number) => Array.from({ length: count }, (_, place) => `a text of its own: ${place}`);

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const isText = (cell: unknown) => typeof cell === "string";
const decoded = (cells: unknown[] = []) => cells.map((one) => (one instanceof Uint8Array ? decoder.decode(one) : one));
/** What UTF-8 can hold of the cells: no lone surrogates. */
const held = (cells: unknown[]) => cells.map((one) => (typeof one === "string" ? Buffer.from(one).toString() : one));

test("the texts of a column of many values become their UTF-8, all else stays", () => {
  const cell = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(null, undefined, "\ud800", "é".repeat(500)));
  const property = fc.property(fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 4 }), (columns) => {
    const texts = textBytes();
    texts.begin();
    const whole = columns.map((cells) => [...different(100), ...cells]);
    const encoded = whole.map((cells) => texts.encode(cells));
    // Read only now: what comes later leaves the bytes of earlier columns alone.
    for (const [place, cells] of whole.entries()) {
      expect(encoded[place]?.some(isText)).toBe(false);
      expect(decoded(encoded[place])).toEqual(held(cells));
    }
  });
  fc.assert(property, { numRuns: 100 });
});

test("more than the piece holds is encoded, and what came before stays good", () => {
  const texts = textBytes();
  texts.begin();
  const long = different(100).map((text) => text + "é".repeat(10_000));
  const [first, second] = [texts.encode(different(200)), texts.encode(long)];
  expect(decoded(first)).toEqual(different(200));
  expect(decoded(second)).toEqual(long);
});

test("a column of few values keeps its texts, for a dictionary", () => {
  const cells = Array.from({ length: 200 }, (_, place) => `text ${place % 20}`);
  expect(textBytes().encode(cells)).toBe(cells);
});
