import { expect, onTestFinished, test } from "vitest";
import { pageSchema } from "../../../contract/page.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema, notSetLeaf } from "../../../contract/query.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { json, twilioError } from "../../support/servers/replies.ts";

const metadata = {
  cubes: [
    {
      name: "Conversation",
      measures: [{ name: "Count", type: "number" }],
      dimensions: ["Id", "Channel", "Language", "Status"].map((name) => ({ name, type: "string" })),
    },
  ],
};

const filters = [
  { op: "AND" as const, expressions: [{ op: "IN" as const, field: "Channel", values: ["sms"] }] },
] satisfies InsightsQueryRequest["query"]["filters"];

type Asking = (query: InsightsQueryRequest["query"]) => Promise<Response>;

async function proxyBefore(upstream: FakeUpstream): Promise<Asking> {
  const proxy = await startProxy(upstream.url);
  onTestFinished(async () => {
    await proxy.close();
    await upstream.close();
  });
  await fetch(`${proxy.url}/api/metadata`);
  const headers = { "content-type": "application/json" };
  return (query) => fetch(`${proxy.url}/api/query`, { method: "POST", headers, body: JSON.stringify({ query }) });
}

/** An account that refuses filters by channel, has no cell of some fields, and sends an item that is no row. */
async function account(missing: readonly string[]): Promise<Asking> {
  const upstream = await startFakeUpstream();
  const cells = Object.entries({ Id: "a", Channel: "sms", Language: "en", Status: "open" });
  upstream.reply((response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    if (query.filters) return twilioError(400, { code: 20001 })(response, received);
    const asked = query.dimensions ?? [];
    const row = cells.filter(([field]) => asked.includes(field) && !missing.includes(field));
    const count = query.measures ? { Count: 1 } : {};
    return json({ items: [{ ...Object.fromEntries(row), ...count }, null], meta: {} })(response, received);
  });
  return await proxyBefore(upstream);
}

test("a count from rows says which of its fields came in no row, and how many items were no rows", async () => {
  const ask = await account(["Language"]);
  const answer = await ask({ measures: ["Count"], dimensions: ["Language", "Status"], filters });
  expect(pageSchema.parse(await answer.json())).toMatchObject({
    items: [{ Status: "open", Count: 1 }],
    earshot: { notReturned: ["Language"], lost: 1 },
  });
});

test.each([
  ["with a value", filters],
  ["for what is not set", [{ op: "AND" as const, expressions: [notSetLeaf("Channel")] }]],
])("a filter %s on a field that came in no row is refused, where the account can't filter either", async (_, own) => {
  const ask = await account(["Channel"]);
  for (const asked of [{ measures: ["Count"] }, { dimensions: ["Id", "Status"] }]) {
    const answer = await ask({ ...asked, filters: own });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ key: "dialectUnfiltered", values: { field: "Channel" } });
  }
});

test("rows are left out by lists that are text as well where their column is not asked for", async () => {
  const upstream = await startFakeUpstream();
  upstream.reply((response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    if (query.filters) return twilioError(400, { code: 20001 })(response, received);
    const items = [
      { Id: "a", Channel: '["sms","voice"]' },
      { Id: "b", Channel: '["voice"]' },
    ];
    const isAsked = query.dimensions?.includes("Channel");
    return json({ items: isAsked ? items : items.map(({ Id }) => ({ Id })), meta: {} })(response, received);
  });
  const ask = await proxyBefore(upstream);
  const answer = await ask({ dimensions: ["Id"], filters });
  expect(pageSchema.parse(await answer.json()).items).toMatchObject([{ Id: "a" }]);
});

test("rows without a single cell that was asked for are no rows of dashes, and nothing is learned of their fields", async () => {
  const upstream = await startFakeUpstream();
  upstream.reply((response, received) =>
    json(received.path.endsWith("/Metadata") ? metadata : { items: [{ odd: 1 }, { odd: 2 }], meta: {} })(
      response,
      received,
    ),
  );
  const ask = await proxyBefore(upstream);
  const query = { dimensions: ["Id", "Channel", "Language"] };
  const answer = await ask(query);
  expect(answer.status).toBe(502);
  expect((await answer.json()).message).toContain("items[0].Id is missing");
  upstream.reply(json({ items: [{ Id: "a", Channel: "sms", Language: "en" }], meta: {} }));
  expect(pageSchema.parse(await (await ask(query)).json()).earshot?.notReturned ?? []).toEqual([]);
});
