import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../../../../contract/page.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import { metadataPath, queryPath } from "../support.ts";
import { bothRows, jobsPath, someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData({ conversations: 60 });
});
afterAll(() => data.close());

const query = { dimensions: ["Id", "Channels"] };
const none = { ...query, filters: [{ expressions: [{ op: "EQ" as const, field: "Id", values: ["none"] }] }] };

/** The body of the first page of a query in a dialect, with the true rows. */
async function bodyOf(word: string, asked: object = query) {
  const account = await speaking(data, word.split("+"));
  const response = await account.send(`${queryPath}?pageSize=20`, {
    method: "POST",
    body: JSON.stringify({ query: asked }),
  });
  const text = await response.text();
  const truth = await (await speaking(data, [])).first({ query }, 20);
  return {
    account,
    response,
    text,
    body: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text,
    truth,
  };
}

test.each<[word: string, place: (body: Record<string, Record<string, unknown>>) => unknown]>([
  ["page-token-named", ({ meta }) => meta?.["nextPageToken"]],
  ["page-token-top", (body) => body["next_cursor"]],
  ["page-next-url", ({ meta }) => new URL(String(meta?.["next_page_url"])).searchParams.get("PageToken")],
])("%s: the token stands elsewhere, and leads on", async (word, place) => {
  const { account, body, truth } = await bodyOf(word);
  expect(body.meta?.nextToken).toBeUndefined();
  expect(body.items).toEqual(truth.items);
  const next = await account.send(`${queryPath}?pageToken=${encodeURIComponent(String(place(body)))}`);
  expect((await next.json()).items).toHaveLength(20);
});

test("page-empty-last: the last page leads to an empty one", async () => {
  const sizes = (await (await speaking(data, ["page-empty-last"])).walk({ query }, 20)).map(
    ({ items }) => items.length,
  );
  expect(sizes).toEqual([20, 20, 20, 0]);
});

test("shape-data, shape-inside and shape-list: the rows stand elsewhere", async () => {
  const [plain, inside, list] = [await bodyOf("shape-data"), await bodyOf("shape-inside"), await bodyOf("shape-list")];
  expect(plain.body.data).toEqual(plain.truth.items);
  expect(inside.body.data.items).toEqual(plain.truth.items);
  expect(list.body).toEqual(plain.truth.items);
  expect(list.response.headers.get("link")).toMatch(/PageToken=.*rel="next"/);
});

test("shape-no-content: no row, no body", async () => {
  expect((await bodyOf("shape-no-content", none)).response.status).toBe(204);
  expect((await bodyOf("shape-no-content")).response.status).toBe(200);
});

test.each<[word: string, change: (row: Row) => unknown]>([
  ["rows-nested", (row) => ({ dimensions: row })],
  ["rows-wrapped", (row) => ({ Id: { value: row["Id"] }, Channels: { value: row["Channels"] } })],
  ["rows-numbered", (row) => ({ c1: row["Id"], c2: row["Channels"] })],
  ["keys-qualified", (row) => ({ "Conversation.Id": row["Id"], "Conversation.Channels": row["Channels"] })],
])("%s: the same cells in other rows", async (word, change) => {
  const { body, truth } = await bodyOf(word);
  expect(body.items).toEqual(truth.items.map(change));
});

test("rows-sparse leaves out what is not there, and rows-twice says a row twice", async () => {
  const sparse = await bothRows(data, ["rows-sparse"], { query: { dimensions: ["Id", "OperatorResult.Value"] } });
  const isThere = (row: Row) => row["OperatorResult.Value"] !== null;
  expect(sparse.truth.every(isThere)).toBe(false);
  expect(sparse.told).toEqual(sparse.truth.map((row) => (isThere(row) ? row : { Id: row["Id"] })));
  const { body, truth } = await bodyOf("rows-twice");
  expect(body.items).toEqual([truth.items[0], ...truth.items]);
});

test("numbers-thousands sets thousands apart", async () => {
  const { told, truth } = await bothRows(data, ["numbers-thousands"], { query: { dimensions: ["Id", "Duration"] } });
  const written = truth.map(({ Duration, ...row }) => ({ ...row, Duration: Number(Duration).toLocaleString("en-US") }));
  expect(written.some(({ Duration }) => Duration.includes(","))).toBe(true);
  expect(told).toEqual(expect.arrayContaining(written));
});

test.each([
  ["errors-200+order-refused", 200, /^\{"error":\{"status":400,/],
  ["errors-text+order-refused", 400, /^Unrecognized field/],
  ["errors-problem+order-refused", 400, /"detail":"Unrecognized field/],
])("%s: a refusal in other words", async (word, status, text) => {
  const answer = await bodyOf(word, { ...query, orderBy: [{ field: "Id" }] });
  expect(answer.response.status).toBe(status);
  expect(answer.text).toMatch(text);
});

test("order-ignored and order-desc-ignored: another order than asked, without a word", async () => {
  const byTime = {
    query: { dimensions: ["Id", "DateCreated"], orderBy: [{ field: "DateCreated", direction: "DESC" as const }] },
  };
  const { told, truth } = await bothRows(data, ["order-desc-ignored"], byTime);
  expect(told).toEqual(truth.toReversed());
  const ignored = await bothRows(data, ["order-ignored"], byTime);
  expect(ignored.told).not.toEqual(truth);
  expect(new Set(ignored.told.map(({ Id }) => Id))).toEqual(new Set(truth.map(({ Id }) => Id)));
});

test.each([
  ["array-filter-ignored", { op: "EQ" as const, field: "Channels", values: ["voice"] }],
  ["filters-ignored", { op: "EQ" as const, field: "Status", values: ["closed"] }],
  ["ne-ignored", { op: "NE" as const, field: "Status", values: ["closed"] }],
  ["range-ignored", { op: "GT" as const, field: "DateCreated", values: ["2026-11-20T00:00:00Z"] }],
])("%s: all rows come, whatever is asked", async (word, leaf) => {
  const filtered = { query: { ...query, filters: [{ expressions: [leaf] }] } };
  const { told, truth } = await bothRows(data, [word], filtered);
  expect(truth.length).toBeLessThan(60);
  expect(told).toHaveLength(60);
});

test("metadata-items, metadata-flat and metadata-maps: the fields are listed in other shapes", async () => {
  const bodies = ["metadata-items", "metadata-flat", "metadata-maps"].map(async (word) => {
    return await (await (await speaking(data, [word])).send(metadataPath)).json();
  });
  const [items, flat, maps] = await Promise.all(bodies);
  expect(items.items[0].name).toBe("Conversation");
  expect(flat.dimensions[0].name).toBe("Id");
  expect(maps.cubes.Conversation.dimensions.Id.type).toBe("string");
});

test("jobs-named: a job in other words", async () => {
  const asked = await speaking(data, ["jobs-named"]);
  const submitted = await (await asked.send(jobsPath, { method: "POST", body: JSON.stringify({ query }) })).json();
  expect(submitted).not.toHaveProperty("operationId");
  expect(await (await asked.send(`${jobsPath}/${submitted.id}`)).json()).toMatchObject({ state: "DONE" });
});

test("times-compact-offset, times-seconds-nanos and times-short: the same times in other words", async () => {
  const cells = async (word: string, field: string) => {
    const { told, truth } = await bothRows(data, [word], {
      query: { dimensions: [field] },
      properties: { timezone: "UTC" },
    });
    return { told: told[0]?.[field], truth: String(truth[0]?.[field]) };
  };
  const offset = await cells("times-compact-offset", "DateCreated");
  expect(offset.told).toMatch(/\+0000$/);
  expect(Date.parse(String(offset.told).replace("+0000", "Z"))).toBe(Date.parse(offset.truth));
  const nanos = await cells("times-seconds-nanos", "DateCreated");
  expect(nanos.told).toMatchObject({ seconds: Math.floor(Date.parse(nanos.truth) / 1000) });
  const short = await cells("times-short", "DateCreated.month");
  expect(short.told).toBe(short.truth.slice(0, 7));
});
