import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ScanError } from "../../../server/twilio/json-scan.ts";
import { PageShapeError, scanPage } from "../../../server/twilio/scan-page.ts";
import { long } from "../../support/long.ts";

const rowsOf = (text: string) => scanPage(Buffer.from(text)).rows.map((row) => row.toString("utf8"));
const page = (items: string, meta = '{"nextToken":null}') => `{"domain":"x","items":[${items}],"meta":${meta}}`;

test("rows are the very text that came, whatever is in them", async () => {
  const row = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue());
  await fc.assert(
    fc.property(fc.array(row), fc.constantFrom(undefined, 1, "\t"), (rows, space) => {
      const text = JSON.stringify({ meta: { nextToken: "a=" }, items: rows, more: [{}] }, null, space);
      const scanned = scanPage(Buffer.from(text));
      expect(scanned.nextToken).toBe("a=");
      expect(scanned.rows.map((one) => JSON.parse(one.toString("utf8")))).toEqual(JSON.parse(JSON.stringify(rows)));
      if (space === undefined) {
        expect(scanned.rows.map((one) => one.toString("utf8"))).toEqual(rows.map((one) => JSON.stringify(one)));
      }
      for (const one of scanned.rows) expect(one.includes(0x0a)).toBe(false);
    }),
    { numRuns: long(150, 3000) },
  );
});

test.each([
  '{"Id":12345678901234567890}',
  '{"n":1.0,"m":-0,"e":1E400,"d":0.10000000000000000555}',
  '{"s":"\\ud800","t":"\\u0000\\/","u":"é😀"}',
  '{ "spaced" : [ 1 , { } , [ ] ] }',
  '{"__proto__":{"a":1},"items":[{"no":1}]}',
])("%s travels unchanged", (row) => {
  expect(rowsOf(page(`${row} , ${row}`))).toEqual([row, row]);
});

test("what JSON.parse refuses is refused, and what it takes is taken", async () => {
  const valid = page('{"a":[1,-2.5e+3,"x\\n\\u00e9",true,false,null,{"b":{}}]},{"c":""}');
  const change = fc.record({
    at: fc.nat(valid.length),
    length: fc.nat(2),
    text: fc.string({ unit: fc.constantFrom(...'{}[]",:\\0-.eEu1atn \n\t\u0001é'), maxLength: 2 }),
  });
  await fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      let text = valid;
      for (const { at, length, text: put } of changes) text = text.slice(0, at) + put + text.slice(at + length);
      let parsed: unknown;
      try {
        parsed = JSON.parse(text);
      } catch {
        expect(() => scanPage(Buffer.from(text))).toThrow(Error);
        return;
      }
      try {
        const { rows } = scanPage(Buffer.from(text));
        expect(rows.map((row) => JSON.parse(row.toString("utf8")))).toEqual(Reflect.get(Object(parsed), "items"));
      } catch (error) {
        if (!(error instanceof PageShapeError)) throw error;
      }
    }),
    { numRuns: long(1000, 30_000) },
  );
});

test.each([
  "[]",
  "5",
  '{"items":5,"meta":{}}',
  '{"items":[5],"meta":{}}',
  '{"meta":{}}',
  '{"items":[]}',
  '{"items":[],"meta":{"nextToken":5}}',
])("%s is JSON but not a page", (text) => {
  expect(() => scanPage(Buffer.from(text))).toThrow(PageShapeError);
});

test("bytes that are not UTF-8 are refused", () => {
  expect(() => scanPage(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toThrow(ScanError);
});

test("nesting that would overflow the stack is refused", () => {
  expect(() => scanPage(Buffer.from(page(`{"a":${"[".repeat(100_000)}`)))).toThrow(ScanError);
});

test.each([
  ['"b"', "b"],
  ['""', undefined],
  ["null", undefined],
])("the token %s is %s", (written, token) => {
  expect(scanPage(Buffer.from(page("", `{"nextToken":${written}}`))).nextToken).toBe(token);
});
