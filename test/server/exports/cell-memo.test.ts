import fc from "fast-check";
import { expect, test } from "vitest";
import { cellMemo } from "../../../server/exports/formats/cells/cell-memo.ts";
import { long } from "../../support/long.ts";

/** Reads values that stand one behind the other, and counts how often the reader was asked. */
function readAll(values: readonly string[]): { read: string[]; asked: number } {
  let asked = 0;
  const reader = cellMemo((bytes, from, to) => {
    asked += 1;
    return bytes.toString("utf8", from, to);
  });
  const bytes = Buffer.from(values.join(""));
  let at = 0;
  const read = values.map((value) => {
    const from = at;
    at += Buffer.byteLength(value);
    return reader(bytes, from, at);
  });
  return { read, asked };
}

test("a column of few values reads each of them once", () => {
  const value = fc.string({ unit: "grapheme", maxLength: 20 });
  const property = fc.property(fc.array(value, { maxLength: 200 }), (values) => {
    expect(readAll(values)).toEqual({ read: values, asked: new Set(values).size });
  });
  fc.assert(property, { numRuns: long(100, 2000) });
});

test("a column of many values is read as it stands, the few that come again too", () => {
  const values = Array.from({ length: 3000 }, (_, place) => [`a value of its own: ${place}`, "again"]).flat();
  const { read, asked } = readAll(values);
  expect(read).toEqual(values);
  expect(asked).toBeGreaterThan(3000);
});

test("long values are read, not remembered", () => {
  const long = "x".repeat(201);
  expect(readAll([long, long])).toEqual({ read: [long, long], asked: 2 });
});
