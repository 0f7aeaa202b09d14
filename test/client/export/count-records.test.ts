import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countRecords } from "../../../client/export/count-records.ts";

function count(...chunks: (string | Uint8Array)[]): number {
  const counter = countRecords();
  for (const chunk of chunks) counter.add(typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk);
  return counter.records;
}

const cell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(...'",;\r\n a\té😀') }),
  fc.constantFrom("", '"', '""', "\n", "\r\n", '"\n"', "=1", "‘x’"),
);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }));

describe("the count of a CSV's records", () => {
  test.each([
    ["", 0],
    ["a,b\r\n", 1],
    ["a,b\r\n1,2\r\n", 2],
    ['a\r\n"x\r\ny"\r\n', 2],
    ['a\r\n"x ""\n"" y"\r\n', 2],
    ['a\r\n""\r\n', 2],
    ["a\n1\n2\n", 3],
  ])("of %j is %i", (csv, records) => {
    expect(count(csv)).toBe(records);
  });

  test("is the number that was written, wherever the bytes are cut", () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(), { maxLength: 6 }), (records, cuts) => {
        const bytes = new TextEncoder().encode(
          stringify(records, { record_delimiter: "windows", quoted_match: /[\r\n]/ }),
        );
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, i) => bytes.slice(places[i] ?? 0, end));
        expect(count(...chunks)).toBe(records.length);
      }),
      { numRuns: 300 },
    );
  });

  test("goes up as the bytes pass by", () => {
    const counter = countRecords();
    const counts = [...'a\r\n"b\n"\r\nc'].map((sign) => {
      counter.add(new TextEncoder().encode(sign));
      return counter.records;
    });
    expect(counts).toEqual([0, 0, 1, 1, 1, 1, 1, 1, 2, 2]);
  });
});
