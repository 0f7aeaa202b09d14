import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { request as ask } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Account } from "../../../../server/stand-in/account.ts";
import { type Asked, queryPath } from "../support.ts";
import { someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData({ conversations: 30 });
});
afterAll(() => data.close());

const body = JSON.stringify({ query: { dimensions: ["Id"] } });

/** An answer as it travels: nothing unpacked, no mark taken away. */
async function raw({ standIn }: Asked, text: string) {
  const authorization = `Basic ${Buffer.from(`${standIn.apiKey}:${standIn.apiSecret}`).toString("base64")}`;
  const response = await ask(standIn.url + queryPath, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: text,
  });
  return { ...response, bytes: Buffer.from(await response.body.arrayBuffer()) };
}

test.each<[word: string, header: string, value: string | undefined, unpack: (bytes: Buffer) => Buffer]>([
  ["content-text-json", "content-type", "text/json", (bytes) => bytes],
  ["content-untyped", "content-type", undefined, (bytes) => bytes],
  ["content-bom", "content-type", "application/json; charset=utf-8", (bytes) => bytes.subarray(3)],
  ["content-gzip", "content-encoding", "gzip", gunzipSync],
  ["content-br", "content-encoding", "br", brotliDecompressSync],
  ["content-deflate", "content-encoding", "deflate", inflateSync],
])("%s: the same answer in another wrapping, refusals too", async (word, header, value, unpack) => {
  const told = await speaking(data, [word]);
  const truth = await raw(await speaking(data, []), body);
  const answer = await raw(told, body);
  expect(answer.headers[header]).toBe(value);
  expect(JSON.parse(unpack(answer.bytes).toString())).toEqual(JSON.parse(truth.bytes.toString()));
  const refused = await raw(told, "{}");
  expect(refused.statusCode).toBe(400);
  expect(JSON.parse(unpack(refused.bytes).toString())).toMatchObject({ httpStatusCode: 400 });
});

test("content-bom begins with the mark", async () => {
  const { bytes } = await raw(await speaking(data, ["content-bom"]), body);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

const looseSchema = z.looseObject({
  items: z.array(z.unknown()).optional(),
  meta: z.looseObject({ nextToken: z.string().nullish() }).optional(),
});

async function pages(asked: Asked, query: object, pageSize: number) {
  const found: z.infer<typeof looseSchema>[] = [
    looseSchema.parse((await asked.post({ query }, `?pageSize=${pageSize}`)).body),
  ];
  for (let token = found[0]?.meta?.nextToken; token; token = found.at(-1)?.meta?.nextToken) {
    const response = await asked.send(`${queryPath}?pageToken=${encodeURIComponent(token)}`);
    found.push(looseSchema.parse(await response.json()));
  }
  return found;
}

const ids = { dimensions: ["Id"] };
const none = { ...ids, filters: [{ expressions: [{ op: "EQ", field: "Id", values: ["none"] }] }] };

test("shape-no-meta: the last page has none", async () => {
  const all = await pages(await speaking(data, ["shape-no-meta"]), ids, 20);
  expect(all.map(({ meta }) => meta === undefined)).toEqual([false, true]);
});

test("shape-no-items: an empty page has none", async () => {
  const asked = await speaking(data, ["shape-no-items"]);
  expect((await pages(asked, none, 20)).map(({ items }) => items)).toEqual([undefined]);
  expect((await pages(asked, ids, 20)).map(({ items }) => items?.length)).toEqual([20, 10]);
});

test("shape-size-text and shape-no-domain", async () => {
  const [page] = await pages(await speaking(data, ["shape-size-text", "shape-no-domain"]), ids, 20);
  expect(page?.meta?.pageSize).toBe("20");
  expect(page).not.toHaveProperty("domain");
});

test("shape-null-item: a null beside the rows", async () => {
  const truth = await pages(await speaking(data, []), ids, 20);
  const told = await pages(await speaking(data, ["shape-null-item"]), ids, 20);
  expect(told.map(({ items }) => items?.[1])).toEqual([null, null]);
  expect(told.map(({ items }) => items?.filter((one) => one !== null))).toEqual(truth.map(({ items }) => items));
});

test("shape-lost-row: a null in the place of a row", async () => {
  const truth = await pages(await speaking(data, []), ids, 20);
  const told = await pages(await speaking(data, ["shape-lost-row"]), ids, 20);
  expect(told.map(({ items }) => items)).toEqual(truth.map(({ items }) => items?.with(1, null)));
});
