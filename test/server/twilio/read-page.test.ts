import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pageSchema } from "../../../contract/page.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { ProblemError } from "../../../server/messages/problem.ts";
import { pageSlices, readPage as readInTurns, type WirePage, writePage } from "../../../server/twilio/read-page.ts";
import { usualLimits } from "../../../server/twilio/scan-page.ts";
import type { RawAnswer } from "../../../server/twilio/transport.ts";
import { long } from "../../support/long.ts";

function answer(body: string | Buffer, more: Partial<RawAnswer> = {}): RawAnswer {
  return { status: 200, headers: { "content-type": "application/json" }, bytes: Buffer.from(body), ...more };
}

/** All slices at once: nobody else waits here. */
function readPage(one: RawAnswer): WirePage {
  const slices = pageSlices(one);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

const read = (body: string | Buffer) => readPage(answer(body));
const textsOf = ({ rows }: WirePage) => rows.map((row) => row.toString("utf8"));
const page = (items: string, meta = '{"nextToken":null}') => `{"domain":"x","items":[${items}],"meta":${meta}}`;

/** The problem that an answer is read as. */
function problemIn(body: string | Buffer, more: Partial<RawAnswer> = {}) {
  try {
    readPage(answer(body, more));
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error("it was read as a page");
}

const row = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue());

test("rows are the very text that came, whatever is in them", async () => {
  await fc.assert(
    fc.property(fc.array(row), fc.constantFrom(undefined, 1, "\t"), (rows, space) => {
      const text = JSON.stringify({ meta: { nextToken: "a=" }, items: rows, more: [{}] }, null, space);
      const scanned = read(text);
      expect(scanned).toMatchObject({ nextToken: "a=", lost: 0, asDocumented: true });
      expect(scanned.rows.map((one) => JSON.parse(one.toString("utf8")))).toEqual(JSON.parse(JSON.stringify(rows)));
      if (space === undefined) expect(textsOf(scanned)).toEqual(rows.map((one) => JSON.stringify(one)));
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
])("%s travels unchanged", (text) => {
  expect(textsOf(read(page(`${text} , ${text}`)))).toEqual([text, text]);
});

test("a page that is written has the rows, the tokens and the domain that were read", async () => {
  // Of items that are none of them rows, nothing can be read.
  const mixed = fc.array(fc.oneof({ weight: 4, arbitrary: row }, fc.jsonValue()));
  const items = fc.oneof(
    { weight: 9, arbitrary: fc.tuple(row, mixed).map(([first, rest]) => [first, ...rest]) },
    fc.constant([]),
  );
  const token = fc.oneof(fc.string(), fc.constantFrom(null, undefined, 5));
  const body = fc.record(
    {
      items,
      meta: fc.option(fc.record({ nextToken: token, previousToken: token }, { requiredKeys: [] })),
      domain: token,
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.property(body, (one) => {
      const first = read(JSON.stringify(one));
      const { rows, nextToken, previousToken, domain } = first;
      const written = writePage(first, { lost: first.lost });
      const parsed = pageSchema.parse(JSON.parse(written.toString("utf8")));
      expect(parsed.earshot).toEqual({ lost: first.lost, notes: [], notReturned: [], unsorted: [] });
      expect(read(written)).toMatchObject({ rows, nextToken, previousToken, domain, lost: 0 });
      const plain = read(writePage(first));
      expect(plain).toMatchObject({ rows, nextToken, previousToken, domain, lost: 0, asDocumented: true });
      if (first.asDocumented) expect(() => pageSchema.parse(JSON.parse(first.bytes.toString("utf8")))).not.toThrow();
      expect(first.lost + rows.length).toBe(one.items?.length ?? 0);
    }),
    { numRuns: long(300, 5000) },
  );
});

test("what JSON.parse refuses is refused, and what it takes is a page or a problem, never anything else", async () => {
  const valid = page('{"a":[1,-2.5e+3,"x\\n\\u00e9",true,false,null,{"b":{}}]},null,{"c":""}');
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
        expect([earshotCodes.upstreamNotJson, earshotCodes.upstreamCutOff]).toContain(problemIn(text).code);
        return;
      }
      try {
        const found = read(text).rows.map((one) => JSON.parse(one.toString("utf8")));
        const items: unknown = Array.isArray(parsed) ? parsed : (Reflect.get(Object(parsed), "items") ?? []);
        const isRow = (one: unknown) => typeof one === "object" && one !== null && !Array.isArray(one);
        expect(found).toEqual(Array.isArray(items) ? items.filter(isRow) : "a problem");
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        expect(error.problem.code).toBe(earshotCodes.upstreamShape);
      }
    }),
    { numRuns: long(1000, 30_000) },
  );
});

test("bytes of any kind are a page or a problem", async () => {
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.json().map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.property(bytes, (some) => {
      try {
        readPage(answer(Buffer.from(some)));
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemError);
      }
    }),
    { numRuns: long(300, 5000) },
  );
});

test.each([
  ["no meta: the last page", '{"items":[{"a":1}]}', 1],
  ["no meta, null", '{"items":[{"a":1}],"meta":null}', 1],
  ["no items when there are none", '{"meta":{"pageSize":0}}', 0],
  ["items that are null", '{"items":null,"meta":{}}', 0],
  ["items that are null, and no meta", '{"items":null,"requestId":"r"}', 0],
  ["nothing", "{}", 0],
  ["nothing but the domain", '{"domain":"Insights"}', 0],
  ["the number of rows as text", '{"items":[{"a":1}],"meta":{"key":"items","pageSize":"1","nextToken":null}}', 1],
  ["a list that meta names", '{"rows":[{"a":1},{"a":2}],"meta":{"key":"rows"}}', 2],
  ["a list that is called data", '{"data":[{"a":1}]}', 1],
  ["what ClickHouse writes", '{"meta":[{"name":"a"}],"data":[{"a":1}],"rows":1}', 1],
  ["an object around it", '{"data":{"items":[{"a":1}],"meta":{}},"status":"ok"}', 1],
  ["two objects around it", '{"response":{"result":{"rows":[{"a":1}]}}}', 1],
  ["nothing but the list", '[{"a":1}]', 1],
  ["nothing but an empty list", "[]", 0],
  ["items twice: the last ones", '{"items":[{"b":1},{"b":2}],"items":[{"a":1}],"meta":{}}', 1],
])("an answer with %s is read", (_, body, rows) => {
  const found = read(body);
  expect(found).toMatchObject({ lost: 0, nextToken: undefined });
  expect(found.rows).toHaveLength(rows);
  // What is not as documented is written anew for the browser, which reads only what is.
  const sent = found.asDocumented ? found.bytes : writePage(found);
  expect(pageSchema.parse(JSON.parse(sent.toString("utf8"))).items).toHaveLength(rows);
});

test.each([
  ['{"nextPageToken":"b=="}'],
  ['{"next_cursor":"b=="}'],
  ['{"next_page_url":"https://x.test/v3/Query?PageSize=50&PageToken=b%3D%3D"}'],
  ['{"next":{"href":"/v3/Query?pageToken=b%3D%3D"}}'],
])("the next page is known by %s, in meta and elsewhere", (members) => {
  for (const place of ["meta", "pagination", "links"]) {
    const found = read(`{"items":[{"a":1}],"${place}":${members}}`);
    expect(found).toMatchObject({ nextToken: "b==", asDocumented: false });
    expect(JSON.parse(writePage(found).toString("utf8"))).toMatchObject({ meta: { nextToken: "b==" } });
  }
  expect(read(`{"items":[{"a":1}],${members.slice(1)}`).nextToken).toBe("b==");
  expect(read(`{"data":{"items":[{"a":1}]},"meta":${members}}`).nextToken).toBe("b==");
});

test("an address without a token, or of the page before, leads nowhere", () => {
  for (const meta of ['{"nextPageUrl":"https://x.test/v3/Query?page=2"}', '{"prev_page_url":"/q?pageToken=a"}']) {
    expect(read(page('{"a":1}', meta)).nextToken).toBeUndefined();
  }
});

test("of a list alone, a header says the next page", () => {
  const headers = { link: '<https://x.test/q?pageToken=a>; rel="prev", <https://x.test/q?pageToken=b>; rel="next"' };
  expect(readPage(answer('[{"a":1}]', { headers }))).toMatchObject({ nextToken: "b", previousToken: "a" });
});

test("a header may name the token itself", () => {
  const found = readPage(answer('{"items":[{"a":1}]}', { headers: { "x-next-page-token": "b" } }));
  expect(found).toMatchObject({ nextToken: "b", asDocumented: false });
  expect(
    readPage(answer("[]", { headers: { "x-csrf-token": "b", "x-next-token": "null" } })).nextToken,
  ).toBeUndefined();
});

test.each([
  '"meta":{"hasMore":false,"nextToken":"b"}',
  '"meta":{"nextToken":"b"},"has_more":false',
  '"meta":{"nextToken":"b"},"pagination":{"hasNextPage":false}',
])("a page with %s is the last one", (members) => {
  const found = read(`{"items":[{"a":1}],${members}}`);
  expect(found).toMatchObject({ nextToken: undefined, asDocumented: false });
  expect(JSON.parse(writePage(found).toString("utf8"))).toMatchObject({ meta: { nextToken: null } });
  expect(read(`{"items":[{"a":1}],${members.replace("false", "true")}}`).nextToken).toBe("b");
});

test.each([
  ['{"columns":["a","b"],"rows":[[1,"x"],[2,null]]}'],
  ['{"items":[[1,"x"],[2,null]],"columns":[{"name":"a"},{"name":"b"}],"meta":{}}'],
  ['{"meta":[{"name":"a","type":"Int64"},{"name":"b","type":"String"}],"data":[[1,"x"],[2,null]],"rows":2}'],
])("rows that are lists get their names from %s", (text) => {
  const found = read(text);
  expect(textsOf(found)).toEqual(['{"a":1,"b":"x"}', '{"a":2,"b":null}']);
  expect(found).toMatchObject({ lost: 0, asDocumented: false });
});

test("rows that are lists keep their bytes, and are named by their place where nothing names them", () => {
  const found = read('{"items":[[12345678901234567890, "é,]\\""],\n[1.0 ,[]],[1]]}');
  expect(textsOf(found)).toEqual(['{"c1":12345678901234567890,"c2":"é,]\\""}', '{"c1":1.0,"c2":[]}']);
  expect(found.lost).toBe(1);
});

test("202 without rows says that the query is still worked on, and how long to wait", () => {
  const headers = { "retry-after": "3" };
  for (const body of ["", '{"status":"RUNNING"}', '{"items":[],"meta":{}}']) {
    expect(problemIn(body, { status: 202, headers })).toMatchObject({
      code: earshotCodes.upstreamTimeout,
      retryAfter: 3,
    });
  }
  expect(problemIn("", { status: 202 }).retryAfter).toBeUndefined();
  expect(readPage(answer('{"items":[{"a":1}]}', { status: 202 })).rows).toHaveLength(1);
});

test("numbers that are no JSON are null, and the same words in a text are not", () => {
  const found = read('{"items":[{"a":NaN,"b":-Infinity,"c":"NaN \\" Infinity"},{"a":Infinity}],"meta":{}}');
  expect(textsOf(found)).toEqual(['{"a":null,"b":null,"c":"NaN \\" Infinity"}', '{"a":null}']);
  expect(problemIn('{"items":[{"a":NaNa}]}').code).toBe(earshotCodes.upstreamNotJson);
});

test("204 is a page without rows", () => {
  expect(readPage(answer("", { status: 204 }))).toMatchObject({ rows: [], nextToken: undefined, asDocumented: false });
});

test("an item that is no row costs itself alone, and is counted", () => {
  const found = read(page('{"a":1},null,5,"x",[{"a":2}],{"a":3}', '{"nextToken":"n"}'));
  expect(textsOf(found)).toEqual(['{"a":1}', '{"a":3}']);
  expect(found).toMatchObject({ lost: 4, nextToken: "n", asDocumented: false });
});

test("marks of a page are Earshot's alone: a page that comes with some is written anew", () => {
  expect(read('{"items":[],"meta":{},"earshot":{"lost":-1}}').asDocumented).toBe(false);
});

test.each([
  "5",
  '"items"',
  '{"items":5,"meta":{}}',
  '{"conversations":[{"a":1}]}',
  '{"data":[{"a":1}],"rows":[{"b":1}]}',
  '{"data":{"rows":5}}',
  '{"items":["{}"],"meta":{}}',
  '{"items":[5,null]}',
  '{"data":{"Id":["a","b"]},"meta":{}}',
])("%s is JSON but not a page", (text) => {
  expect(problemIn(text)).toMatchObject({ code: earshotCodes.upstreamShape, source: "earshot" });
});

test.each([
  ['{"error":"Continue wait"}'],
  ['{"error":"Continue wait","stage":"Executing query","timeSpent":5}'],
  ['{"items":[],"error":"Continue wait","meta":{}}'],
])("%s is a query that takes too long, not an empty page", (text) => {
  expect(problemIn(text)).toMatchObject({ code: earshotCodes.upstreamTimeout, httpStatusCode: 504 });
});

test.each([
  ['{"code":20001,"message":"No such field"}', 400, 20001],
  ['{"code":50001,"message":"No such field","httpStatusCode":503}', 503, 50001],
  ['{"code":"x","message":"No such field","status":422,"items":null}', 422, 422],
  ['{"error":"No such field"}', 400, 400],
  ['{"error":{"message":"No such field","code":7}}', 400, 7],
  ['{"errors":[{"message":"No such field"}]}', 400, 400],
  ['{"items":[],"errors":["No such field"]}', 400, 400],
  ['{"status":422,"detail":"No such field"}', 422, 422],
  ['{"httpStatusCode":404,"message":"No such field"}', 404, 404],
  ['{"success":false,"reason":"No such field"}', 400, 400],
  ['{"status":"error","message":"No such field","data":null}', 400, 400],
  ['{"ok":false,"status":404,"detail":"No such field"}', 404, 404],
  ['{"errorCode":"X","errorMessage":"No such field"}', 400, 400],
])("%s is a refusal, not an empty page", (text, httpStatusCode, code) => {
  expect(problemIn(text)).toMatchObject({ source: "twilio", message: "No such field", httpStatusCode, code });
});

test.each([
  '{"items":[{"a":1}],"error":"late"}',
  '{"items":[],"error":null}',
  '{"items":[],"meta":{},"message":"OK"}',
  '{"code":0,"message":"success","data":{"items":[],"meta":{}}}',
  '{"code":200,"message":"Done","data":[]}',
  '{"success":true,"status":"ok","items":[]}',
])("%s is a page", (text) => {
  expect(() => read(text)).not.toThrow();
});

test.each([undefined, "text/json", "text/plain", "application/octet-stream", "text/html"])(
  "JSON is read under the content type %s",
  (type) => {
    const headers = type === undefined ? {} : { "content-type": type };
    expect(textsOf(readPage(answer(page('{"a":1}'), { headers })))).toEqual(['{"a":1}']);
  },
);

test("a page of HTML is told by what it says it is", () => {
  const { message } = problemIn("<!doctype html><title>x</title>", { headers: { "content-type": "text/html; a=b" } });
  expect(message).toContain("text/html");
});

test("bytes that are not UTF-8 are refused", () => {
  expect(problemIn(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])).code).toBe(earshotCodes.upstreamNotJson);
});

test("nesting that would overflow the stack is refused", () => {
  expect(problemIn(page(`{"a":${"[".repeat(100_000)}`)).code).toBe(earshotCodes.upstreamNotJson);
});

test.each([
  ['"b"', "b"],
  ['""', undefined],
  ["null", undefined],
  ["5", "5"],
  ['"null"', undefined],
  ['"None"', undefined],
  ['{"a":1}', undefined],
])("the token %s is %s", (written, token) => {
  expect(read(page("", `{"nextToken":${written},"previousToken":${written}}`))).toMatchObject({
    nextToken: token,
    previousToken: token,
  });
});

/** So small that a page of a few lines is a large one. */
const small = { sliceBytes: 64, sliceItems: 10, valueBytes: 256, rows: 100 };

/** How many slices an answer is read in. */
function slicesOf(body: string | Buffer, limits = small): number {
  const slices = pageSlices(answer(body), limits);
  let count = 1;
  while (!slices.next().done) count += 1;
  return count;
}

test.each<[string, string, number]>([
  ["tiny rows", page(Array(50).fill("{}").join(",")), 5],
  ["items that are no rows", page(Array(1000).fill("null").join(",")), 30],
  ["rows under another name", `{"rows":[${Array(50).fill("{}").join(",")}],"meta":{"key":"rows"}}`, 10],
  ["another list beside them", `{"x":[${Array(1000).fill("1").join(",")}],"items":[],"meta":{}}`, 30],
  [
    "rows of some length",
    page(
      Array(40)
        .fill(`{"a":"${"x".repeat(100)}"}`)
        .join(","),
    ),
    40,
  ],
  ["white space", page(`{}${" ".repeat(2000)}`), 5],
  ["many members", `{${Array.from({ length: 300 }, (_, at) => `"k${at}":1`).join()},"items":[]}`, 30],
  ["a list alone", `[${Array(1000).fill("null").join(",")}]`, 30],
])("%s are read slice by slice", (_, body, least) => {
  expect(slicesOf(body)).toBeGreaterThanOrEqual(least);
});

test("a slice is small, and so is what is read in one go", () => {
  // What it takes is measured by `npm run bench -- reading`.
  expect(usualLimits.sliceBytes).toBeLessThanOrEqual(256 * 1024);
  expect(usualLimits.sliceItems).toBeLessThanOrEqual(2500);
  expect(usualLimits.valueBytes).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect(usualLimits.rows).toBeLessThanOrEqual(100_000);
});

test("others have their turn between two slices, and the rows are the same", async () => {
  const body = page(Array.from({ length: 3 * usualLimits.sliceItems }, (_, at) => `{"a":${at}}`).join(","));
  let turns = 0;
  let reading = true;
  const count = (): void => {
    turns += 1;
    if (reading) setImmediate(count);
  };
  setImmediate(count);
  const inTurns = await readInTurns(answer(body));
  reading = false;
  expect(turns).toBeGreaterThanOrEqual(2);
  expect(textsOf(inTurns)).toEqual(textsOf(read(body)));
});

test.each([
  ["more rows than any page has", page(Array(101).fill("{}").join(","))],
  ["a row that is longer than any", page(`{"a":"${"x".repeat(400)}"}`)],
  ["a list in the place of meta that is", page("", `[${Array(300).fill("1").join(",")}]`)],
])("%s are more than is taken at once", (_, body) => {
  expect(() => slicesOf(body)).toThrow("returned more than Earshot accepts at once");
});

test("where a slice ends, makes no difference", async () => {
  await fc.assert(
    fc.property(fc.array(row), fc.constantFrom(undefined, 1), fc.nat({ max: 40 }), (rows, space, at) => {
      const text = JSON.stringify({ domain: "d", items: rows, meta: { nextToken: "a=" }, more: [{}] }, null, space);
      const limits = { ...small, sliceBytes: 1 + at, valueBytes: Buffer.byteLength(text), sliceItems: 3 };
      const slices = pageSlices(answer(text), limits);
      let step = slices.next();
      while (!step.done) step = slices.next();
      expect(textsOf(step.value)).toEqual(textsOf(read(text)));
      expect(step.value).toMatchObject({ nextToken: "a=", domain: "d", lost: 0, asDocumented: true });
    }),
    { numRuns: long(60, 3000) },
  );
});
