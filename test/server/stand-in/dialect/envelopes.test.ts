import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../../../../server/stand-in/account.ts";
import { metadataPath, queryPath } from "../support.ts";
import { someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData({ conversations: 30 });
});
afterAll(() => data.close());

const query = { dimensions: ["Id", "Status"] };

/** The first page in a dialect, and the true one, whose last page is the second. */
async function pagesOf(words: readonly string[], asked: object = query) {
  const account = await speaking(data, words);
  const method = { method: "POST", body: JSON.stringify({ query: asked }) };
  const first = await account.send(`${queryPath}?pageSize=20`, method);
  const truth = await (await speaking(data, [])).first({ query }, 20);
  const next = async (token: string) =>
    (await account.send(`${queryPath}?pageToken=${encodeURIComponent(token)}`)).json();
  return { account, method, first, body: await first.json(), truth, next };
}

test("page-token-header: a header says the token, which leads on", async () => {
  const { first, body, truth, next } = await pagesOf(["page-token-header"]);
  expect(body).not.toHaveProperty("meta");
  expect(body.items).toEqual(truth.items);
  expect((await next(first.headers.get("x-next-token") ?? "")).items).toHaveLength(10);
});

test("page-has-more and page-token-null: the last page has a token that leads nowhere", async () => {
  const [more, none] = [await pagesOf(["page-has-more"]), await pagesOf(["page-token-null"])];
  expect(more.body.meta).toMatchObject({ hasMore: true });
  expect((await more.next(more.body.meta.nextToken)).meta).toMatchObject({ hasMore: false, nextToken: "nowhere" });
  expect((await none.next(none.body.meta.nextToken)).meta.nextToken).toBe("null");
});

test("shape-code puts the answer behind a code", async () => {
  const { body, truth } = await pagesOf(["shape-code"]);
  expect(body).toMatchObject({ code: 0, message: "success", data: { items: truth.items } });
});

test("rows-lists: the cells without their names", async () => {
  const { body, truth } = await pagesOf(["rows-lists"]);
  expect(body.columns).toEqual(["Id", "Status"]);
  expect(body.items).toEqual(truth.items.map(({ Id, Status }) => [Id, Status]));
});

test("errors-success-false: a refusal in other words", async () => {
  const { first, body } = await pagesOf(["errors-success-false", "order-refused"], {
    ...query,
    orderBy: [{ field: "Id" }],
  });
  expect(first.status).toBe(200);
  expect(body).toEqual({ success: false, reason: expect.stringMatching(/^Unrecognized field/) });
});

test("accepted-once: the first query has to be asked again", async () => {
  const { account, method, first, body, truth } = await pagesOf(["accepted-once"]);
  expect([first.status, first.headers.get("retry-after"), body.items]).toEqual([202, "1", undefined]);
  expect(await (await account.send(`${queryPath}?pageSize=20`, method)).json()).toMatchObject({ items: truth.items });
});

test("metadata-mixed and metadata-folders: the fields are listed in other shapes", async () => {
  const [mixed, folders] = await Promise.all(
    ["metadata-mixed", "metadata-folders"].map(async (word) =>
      (await (await speaking(data, [word])).send(metadataPath)).json(),
    ),
  );
  expect(mixed.cubes[0].fields).toContainEqual(expect.objectContaining({ name: "Id", kind: "dimension" }));
  expect(folders.cubes[0].cubes[0].name).toBe("Conversation");
});
