import { afterAll, beforeAll, expect, test } from "vitest";
import { jobSubmitSchema } from "../../../../contract/job.ts";
import { pageSchema } from "../../../../contract/page.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import { type Asked, queryPath } from "../support.ts";
import { jobsPath, someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData();
});
afterAll(() => data.close());

const request = { query: { dimensions: ["Id", "Status"] } };

async function allRows(asked: Asked, query: object, pageSize: number): Promise<string[]> {
  const pages = await asked.walk({ query }, pageSize);
  return pages.flatMap(({ items }) => items.map((row) => JSON.stringify(row)));
}

async function jobRows(asked: Asked, query: object): Promise<string[]> {
  const submitted = await asked.send(jobsPath, { method: "POST", body: JSON.stringify({ query }) });
  const { operationId } = jobSubmitSchema.parse(await submitted.json());
  const response = await asked.send(`${jobsPath}/${operationId}/Results?pageSize=1000`);
  return pageSchema.parse(await response.json()).items.map((row) => JSON.stringify(row));
}

test.each([
  ["page-limit", 100, 400],
  ["page-limit=10", 10, 400],
  ["page-limit-500", 100, 500],
  ["page-limit-500=200", 200, 500],
])("%s refuses more than %i rows a page with %i, and does not say why", async (word, most, status) => {
  const asked = await speaking(data, [word]);
  const refused = await asked.post(request, `?pageSize=${most + 1}`);
  expect(refused.status).toBe(status);
  expect(JSON.stringify(refused.body)).not.toMatch(/page|size|row/i);
  expect((await asked.first(request, most)).items).toHaveLength(most);
  const unasked = await asked.post(request);
  expect(unasked.body).toMatchObject({ meta: { pageSize: Math.min(50, most) } });
  expect(await allRows(asked, request.query, most)).toHaveLength(400);
});

test("page-limit-silent gives fewer rows than asked", async () => {
  const asked = await speaking(data, ["page-limit-silent=20"]);
  const page = await asked.first(request, 1000);
  expect(page.meta.pageSize).toBe(20);
  expect(await allRows(asked, request.query, 1000)).toHaveLength(400);
});

test("tokens-gone takes one token of so many for an expired one, and the next time takes it", async () => {
  const asked = await speaking(data, ["tokens-gone=2"]);
  const next = async () => {
    const { nextToken } = (await asked.first(request, 50)).meta;
    return (await asked.send(`${queryPath}?pageToken=${encodeURIComponent(nextToken ?? "")}`)).status;
  };
  expect([await next(), await next(), await next(), await next()]).toEqual([200, 410, 200, 410]);
});

test("row-cap ends a query, and a job, early and without a word", async () => {
  const asked = await speaking(data, ["row-cap=120"]);
  const truth = await allRows(await speaking(data, []), request.query, 50);
  expect(await allRows(asked, request.query, 50)).toEqual(truth.slice(0, 120));
  expect(await allRows(asked, request.query, 60)).toEqual(truth.slice(0, 120));
  expect(await jobRows(asked, request.query)).toEqual(truth.slice(0, 120));
});

test("ties-shuffled loses and repeats rows of an order that is not total, and none of one that is", async () => {
  const asked = await speaking(data, ["ties-shuffled"]);
  const ties = { dimensions: ["CustomerName"], measures: ["Conversation.Count"] };
  const truth = await allRows(await speaking(data, []), ties, 20);
  const told = await allRows(asked, ties, 20);
  expect(told).toHaveLength(truth.length);
  expect(new Set(told).size).toBeLessThan(truth.length);
  const total = { ...ties, orderBy: [{ field: "Conversation.Count" }, { field: "CustomerName" }] };
  expect((await allRows(asked, total, 20)).sort()).toEqual(truth.sort());
  expect(new Set(await jobRows(asked, ties)).size).toBe(truth.length);
});

test("ties-shuffled keeps the order that is asked for", async () => {
  const asked = await speaking(data, ["ties-shuffled"]);
  const query = { dimensions: ["Id", "Status"], orderBy: [{ field: "Status" }] };
  const order = (rows: string[]) => rows.map((row) => /"Status":"(\w+)"/.exec(row)?.[1]);
  const truth = order(await allRows(await speaking(data, []), query, 30));
  expect(order(await allRows(asked, query, 30))).toEqual(truth);
});

test("pages go back as well as forward", async () => {
  const asked = await speaking(data, ["row-cap=120"]);
  const pages = await asked.walk(request, 50);
  const back = await asked.byToken(String(pages[2]?.meta.previousToken));
  expect(back.items).toEqual(pages[1]?.items);
  expect(pages[0]?.meta.previousToken ?? null).toBeNull();
});

test("pages-shift lets a conversation arrive before each further page, so that rows come twice", async () => {
  const grows = await someData({ conversations: 60 });
  const asked = await speaking(grows, ["pages-shift"]);
  const told = await allRows(asked, request.query, 20);
  expect(told).toHaveLength(63);
  expect(new Set(told).size).toBe(60);
  expect(grows.count()).toBe(63);
  grows.close();
});

test("slow-504 refuses a large query, which a job gives", async () => {
  const asked = await speaking(data, ["slow-504=100"]);
  expect(await asked.post(request)).toMatchObject({ status: 504, body: { httpStatusCode: 504 } });
  expect(await jobRows(asked, request.query)).toHaveLength(400);
  const few = { query: { dimensions: ["Status"] } };
  expect((await asked.post(few)).status).toBe(200);
});

test("slow-silent never answers a large query, which a job gives", async () => {
  const asked = await speaking(data, ["slow-silent=100"]);
  const controller = new AbortController();
  const large = asked.send(queryPath, {
    method: "POST",
    body: JSON.stringify(request),
    signal: controller.signal,
  });
  // Another request that comes later is through long before.
  expect(await jobRows(asked, request.query)).toHaveLength(400);
  const first = await Promise.race([large, asked.post({ query: { dimensions: ["Status"] } })]);
  expect("body" in first && first.status).toBe(200);
  controller.abort();
  await expect(large).rejects.toThrow();
});
