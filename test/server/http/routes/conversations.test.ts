import { expect, test } from "vitest";
import { foundConversationsSchema, mostFound } from "../../../../contract/found.ts";
import type { Reply } from "../../../support/servers/fake-upstream.ts";
import { json, raw, twilioError } from "../../../support/servers/replies.ts";
import { problemOf, setUp } from "../../setup.ts";

const sid = `CA${"0a".repeat(16)}`;
const item = (number: number, more: Record<string, unknown> = {}) => ({
  id: `conv_conversation_${number}`,
  name: `Refund ${number}`,
  createdAt: "2026-11-03T12:00:00Z",
  channels: ["VOICE"],
  channelIds: [sid],
  ...more,
});

/** Answers the two lists, each at its own path. */
function lists(intelligence: Reply, conversations: Reply = twilioError(404)): Reply {
  return (response, received) => (received.path.startsWith("/v3/") ? intelligence : conversations)(response, received);
}

async function ask(reply: Reply, channelId = sid) {
  const { upstream, proxy } = await setUp();
  upstream.reply(reply);
  const response = await fetch(`${proxy.url}/api/conversations?channelId=${channelId}`);
  return { response, paths: upstream.received.map(({ path }) => path), logs: proxy.logs };
}

async function found(reply: Reply) {
  const { response, paths } = await ask(reply);
  expect(response.status).toBe(200);
  return { ...foundConversationsSchema.strict().parse(await response.json()), paths };
}

test("a call's conversations come from Intelligence, as much of them as the contract has", async () => {
  const { items, more, paths } = await found(lists(json({ items: [item(1)], meta: { nextToken: null } })));
  expect(items).toEqual([
    { id: "conv_conversation_1", name: "Refund 1", createdAt: "2026-11-03T12:00:00Z", channels: ["VOICE"] },
  ]);
  expect(more).toBe(false);
  expect(paths).toEqual([`/v3/Conversations?channelId=${sid}&pageSize=${mostFound}`]);
});

test.each([400, 403, 404])("where Intelligence answers %i, Conversations is asked", async (status) => {
  const conversations = json({ conversations: [item(2, { channelIds: undefined })], meta: {} });
  const { items, paths } = await found(lists(twilioError(status), conversations));
  expect(items.map(({ id }) => id)).toEqual(["conv_conversation_2"]);
  expect(paths[1]).toBe(`/v2/Conversations?channelId=${sid}&pageSize=${mostFound}`);
});

test("where both refuse, the first refusal is told", async () => {
  const { response } = await ask(lists(twilioError(403, { message: "No Intelligence" }), twilioError(404)));
  expect(await problemOf(response)).toMatchObject({ httpStatusCode: 403, message: "No Intelligence" });
});

test.each([
  ["a limit", twilioError(429), 429],
  ["an outage", twilioError(503), 503],
  ["no JSON", raw("<html>", "text/html"), 502],
  ["no list", json({ conversations: [] }), 502],
  ["items that are none", json({ items: "many" }), 502],
] as const)("%s is a problem, and nobody else is asked", async (_, reply, status) => {
  const { response, paths } = await ask(lists(reply, json({ conversations: [item(1)] })));
  expect(await problemOf(response)).toMatchObject({ httpStatusCode: status });
  expect(paths.every((path) => path.startsWith("/v3/"))).toBe(true);
});

test("what is no conversation, comes twice or is of another call is left out; what is not whole stays", async () => {
  const items = [
    null,
    7,
    {},
    { id: 5 },
    { id: "../Services?x=" },
    item(1, { channelIds: [`CA${"1".repeat(32)}`] }),
    item(2, { name: null, createdAt: 12, channels: "VOICE" }),
    item(2),
    { id: "conv_conversation_3" },
    item(4, { channels: [1] }),
    item(5, { name: "x".repeat(2000) }),
  ];
  const answer = await found(lists(json({ items })));
  expect(answer.items.map(({ id }) => id.slice(-1))).toEqual(["2", "3", "4", "5"]);
  expect(answer.items[1]).toEqual({ id: "conv_conversation_3", channels: [] });
  expect(answer.items[3]?.name).toBeUndefined();
});

test("no more than a page is told, and that there is more", async () => {
  const many = Array.from({ length: mostFound + 10 }, (_, number) => item(number));
  expect(await found(lists(json({ items: many })))).toMatchObject({ items: { length: mostFound }, more: true });
  const token = json({ items: [], meta: { nextToken: "on" } });
  expect(await found(lists(token))).toMatchObject({ items: [], more: true });
});

test.each([
  "",
  "CA1",
  `ca${"0".repeat(32)}`,
  `CA${"0".repeat(31)}G`,
  `CA${"0".repeat(33)}`,
  `${sid}&channelId=${sid}`,
  `${sid}%0A`,
])("“%s” is not asked for", async (channelId) => {
  const { response, paths } = await ask(json({ items: [] }), channelId);
  expect(await problemOf(response)).toMatchObject({ httpStatusCode: 400, key: "requestChannelId" });
  expect(paths).toEqual([]);
});

test("only GET is possible", async () => {
  const { proxy } = await setUp();
  const response = await fetch(`${proxy.url}/api/conversations?channelId=${sid}`, { method: "DELETE" });
  expect(await problemOf(response)).toMatchObject({ httpStatusCode: 405 });
});
