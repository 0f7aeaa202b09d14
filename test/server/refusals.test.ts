import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldChoiceSchema } from "../../contract/account.ts";
import { exportFileQuerySchema, type NewExportInput, newExportSchema } from "../../contract/export.ts";
import { exportOptionsSchema } from "../../contract/export-options.ts";
import { limits, mostFaults, readFirstFaults } from "../../contract/limits.ts";
import { insightsQueryRequestSchema } from "../../contract/query.ts";
import { BodyError, readJson } from "../../server/http/read-json.ts";
import { bodyFor, worstBodies } from "../support/worst-bodies.ts";
import { problemOf, query, setUp } from "./setup.ts";

type Whole<Value> = Value extends object ? { [Key in keyof Value]-?: Whole<NonNullable<Value[Key]>> } : Value;

const instants = { from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" };

/** An export with all that one can have: a list that is added to the schema has to be added here. */
const wholeExport: Whole<NewExportInput> = {
  request: {
    domain: "Conversations",
    properties: { timezone: "UTC" },
    query: {
      measures: ["Count"],
      dimensions: ["Id"],
      filters: [{ op: "AND", expressions: [{ op: "IN", field: "Id", values: ["a"] }] }],
      orderBy: [{ field: "Id", direction: "ASC" }],
    },
  },
  columns: [{ field: "Id", header: "Id", type: "id", unit: "seconds" }],
  format: "csv",
  zone: "UTC",
  name: "all",
  range: instants,
  link: "http://127.0.0.1/",
  expectedRows: 1,
  selectedBy: "Id",
  check: { count: "Count", id: "Id", time: { field: "Created", ...instants } },
  options: exportOptionsSchema.parse({}),
};

/** The value with each list in it replaced by another, one at a time. */
function* swapped(value: unknown, list: readonly unknown[]): Generator<unknown> {
  if (Array.isArray(value)) {
    yield list;
    for (const [place, one] of value.entries())
      for (const other of swapped(one, list)) yield value.toSpliced(place, 1, other);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value))
      for (const other of swapped(one, list)) yield { ...value, [key]: other };
  }
}

/** The value with all of its innermost lists replaced at once. */
function allSwapped(value: unknown, list: readonly unknown[]): unknown {
  if (Array.isArray(value)) {
    return value.some((one) => typeof one === "object") ? value.map((one) => allSwapped(one, list)) : list;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, allSwapped(one, list)]));
}

const routes = [
  { name: "POST /api/query", schema: insightsQueryRequestSchema, whole: wholeExport.request },
  { name: "POST /api/exports", schema: newExportSchema, whole: wholeExport },
  { name: "PUT /api/account/fields/:role", schema: fieldChoiceSchema, whole: { field: "Id" } },
  { name: "GET /api/exports/:id/file", schema: exportFileQuerySchema, whole: { format: "csv", column: ["Id"] } },
] as const;

/** A list item that counts how often it is looked at. */
function watched(): { item: object; looks: () => number } {
  let looks = 0;
  const ownKeys = (): string[] => {
    looks += 1;
    return [];
  };
  return { item: new Proxy({}, { ownKeys }), looks: () => looks };
}

test.each(routes)("$name takes no list without a maximum, and reads few faults of one", ({ schema, whole }) => {
  expect(readFirstFaults(schema, whole).success).toBe(true);
  const tooLong = [
    ...swapped(
      whole,
      Array.from({ length: limits.bodyValues }, () => "a"),
    ),
  ];
  const wrong = [
    ...swapped(
      whole,
      Array.from({ length: 200 }, () => ({ odd: 1 })),
    ),
  ];
  const everywhere = allSwapped(
    whole,
    Array.from({ length: 200 }, () => 5),
  );
  for (const body of [...tooLong, ...wrong]) expect(readFirstFaults(schema, body).success).toBe(false);
  for (const body of [...tooLong, ...wrong, everywhere]) {
    expect(readFirstFaults(schema, body).error?.issues.length ?? 0).toBeLessThanOrEqual(mostFaults + 5);
  }
});

test("the items behind the first faults are not looked at", () => {
  const { item, looks } = watched();
  const filters = Array.from({ length: limits.groups }, () => ({ expressions: Array(limits.leaves).fill(item) }));
  expect(readFirstFaults(insightsQueryRequestSchema, { query: { dimensions: ["Id"], filters } }).success).toBe(false);
  expect(looks()).toBeLessThanOrEqual(mostFaults);
});

const headers = { "content-type": "application/json" };
test.each(worstBodies)("%s are refused with a short answer, plain or packed", async (_name, body) => {
  const { upstream, proxy } = await setUp();
  for (const path of ["/api/query", "/api/exports", "/api/account/fields/id"]) {
    const method = path.endsWith("/id") ? "PUT" : "POST";
    for (const encoding of [{}, { "content-encoding": "gzip" }]) {
      const plain = bodyFor(path, body);
      const sent = "content-encoding" in encoding ? gzipSync(plain) : plain;
      const response = await fetch(proxy.url + path, { method, headers: { ...headers, ...encoding }, body: sent });
      const answer = await response.clone().arrayBuffer();
      expect(answer.byteLength).toBeLessThanOrEqual(4096);
      const { httpStatusCode, params = {} } = await problemOf(response);
      expect(httpStatusCode).toBe(400);
      expect(Object.keys(params).length).toBeLessThanOrEqual(mostFaults);
    }
  }
  expect(upstream.received).toEqual([]);
});

test("what was sent is not quoted at length", async () => {
  const { proxy, upstream } = await setUp();
  upstream.reply((response) => void response.writeHead(200, headers).end('{"cubes":[]}'));
  const body = JSON.stringify({ field: "ü".repeat(1000) });
  const response = await fetch(`${proxy.url}/api/account/fields/id`, { method: "PUT", headers, body });
  expect(response.status).toBe(400);
  expect((await response.arrayBuffer()).byteLength).toBeLessThanOrEqual(4096);
  const columns = Array.from({ length: 900 }, () => `column=${"x".repeat(60)}`).join("&");
  const file = await fetch(`${proxy.url}/api/exports/none/file?${columns}&${"y".repeat(20_000)}=1`);
  expect(file.status).toBe(400);
  expect((await file.arrayBuffer()).byteLength).toBeLessThanOrEqual(4096);
});

const refused: [name: string, body: Buffer, message: string][] = [
  ["half of a letter", Buffer.from([...Buffer.from('{"query":{"dimensions":["'), 0xc3, 0x22]), "isn’t valid UTF-8"],
  ["a lone surrogate in UTF-8", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), "isn’t valid UTF-8"],
  ["a key twice", Buffer.from('{"query":{"dimensions":["Id"]},"query":{}}'), "the same key twice"],
  ["a key twice in two spellings", Buffer.from('{"query":{"dimensions":["Id"],"dimensi\\u006fns":[]}}'), "twice"],
  ["nothing but space", Buffer.from("  "), "isn’t valid JSON"],
  ["two values", Buffer.from("{} {}"), "isn’t valid JSON"],
];

test.each(refused)("%s is refused", async (_name, body, message) => {
  const { upstream, proxy } = await setUp();
  const response = await fetch(`${proxy.url}/api/query`, { method: "POST", headers, body: new Uint8Array(body) });
  expect(await problemOf(response)).toMatchObject({ httpStatusCode: 400, message: expect.stringContaining(message) });
  expect(upstream.received).toEqual([]);
});

test("a byte order mark is no part of the JSON", () => {
  expect(readJson(Buffer.from(`\uFEFF${JSON.stringify(query)}`))).toEqual(query);
});

test("what is read is what JSON.parse reads, and nothing else is", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      expect(readJson(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes);
      let parsed: unknown = BodyError;
      try {
        parsed = JSON.parse(text.toString("utf8"));
      } catch {}
      if (parsed === BodyError) expect(() => readJson(text)).toThrow(BodyError);
    }),
  );
});
