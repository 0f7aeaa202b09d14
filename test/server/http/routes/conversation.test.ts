import { expect, test } from "vitest";
import { type ConversationDetail, conversationDetailSchema } from "../../../../contract/detail.ts";
import {
  byResource,
  conversation,
  conversationId,
  copy,
  everything,
  line,
  listed,
  type Replies,
  result,
} from "../../../support/servers/conversation-replies.ts";
import { startFakeUpstream } from "../../../support/servers/fake-upstream.ts";
import { credentials, startProxy } from "../../../support/servers/proxy.ts";
import { hang, json, raw, stall, twilioError } from "../../../support/servers/replies.ts";
import { problemOf, setUp } from "../../setup.ts";

async function read(url: string, id = conversationId): Promise<ConversationDetail> {
  const response = await fetch(`${url}/api/conversations/${id}`);
  expect(response.status).toBe(200);
  return conversationDetailSchema.parse(await response.json());
}

async function readFrom(replies: Replies): Promise<{ detail: ConversationDetail; paths: string[]; logs: string[] }> {
  const { upstream, proxy } = await setUp();
  upstream.reply(byResource(replies));
  const detail = await read(proxy.url);
  return { detail, paths: upstream.received.map(({ path }) => path), logs: proxy.logs };
}

const texts = ({ communications }: ConversationDetail) =>
  communications.status === "ok" ? communications.data.items.map(({ content }) => content.text) : communications;

test("one conversation is put together from both hosts", async () => {
  const { detail, paths, logs } = await readFrom(everything);
  expect(detail.id).toBe(conversationId);
  expect(detail.conversation).toMatchObject({
    status: "ok",
    data: { item: { name: "Late parcel", status: "CLOSED" }, source: "conversations" },
  });
  expect(detail.participants).toMatchObject({ data: { items: [{ name: "Dana S." }, { type: "HUMAN_AGENT" }] } });
  expect(texts(detail)).toEqual(["Where is my parcel?", "On its way.", "Thanks!"]);
  expect(detail.communications).toMatchObject({ data: { source: "conversations" } });
  expect(detail.communications).not.toHaveProperty("data.cut");
  expect(detail.operatorResults).toMatchObject({ data: { items: [{ id: "r1", result: { label: "positive" } }] } });
  expect(detail.operators).toEqual({ intelligence_operator_1: "Sentiment" });
  expect(paths.sort()).toEqual([
    `/v2/Conversations/${conversationId}`,
    `/v2/Conversations/${conversationId}/Communications?pageSize=1000`,
    `/v2/Conversations/${conversationId}/Participants?pageSize=1000`,
    "/v3/ControlPlane/Operators?pageSize=1000",
    `/v3/OperatorResults?conversationId=${conversationId}&pageSize=1000`,
  ]);
  expect(logs).toEqual([]);
});

test("each host is asked at its own address, with the credentials", async () => {
  const hosts = await Promise.all([startFakeUpstream(), startFakeUpstream(), startFakeUpstream()]);
  const [insights, conversations, intelligence] = hosts;
  for (const host of hosts) host.reply(byResource(everything));
  const urls = { conversationsUrl: conversations.url, intelligenceUrl: `${intelligence.url}/gateway` };
  intelligence.reply((response, received) => {
    expect(received.path).toMatch(/^\/gateway\/v3\//);
    return byResource(everything)(response, { ...received, path: received.path.slice("/gateway".length) });
  });
  const proxy = await startProxy(insights.url, { urls });
  const detail = await read(proxy.url);
  await proxy.close();
  await Promise.all(hosts.map((host) => host.close()));
  expect(detail.operatorResults.status).toBe("ok");
  expect(insights.received).toEqual([]);
  expect(conversations.received.every(({ path }) => path.startsWith("/v2/"))).toBe(true);
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");
  for (const { headers } of [...conversations.received, ...intelligence.received]) {
    expect(headers.authorization).toBe(`Basic ${basic}`);
  }
});

test("lines are paged to the end, over empty pages, with tokens as they came", async () => {
  const communications = [
    listed("communications", [line(0, "a")], "t+1/=&"),
    listed("communications", [], "t2"),
    listed("communications", [line(1, "b")], ""),
  ];
  const { detail, paths } = await readFrom({ ...everything, communications });
  expect(texts(detail)).toEqual(["a", "b"]);
  const asked = paths.filter((path) => path.includes("Communications"));
  expect(asked.map((path) => new URL(path, "http://x").searchParams.get("pageToken"))).toEqual([null, "t+1/=&", "t2"]);
});

test("a token that comes back fails the part instead of going round", async () => {
  const communications = [listed("communications", [line(0, "a")], "t1"), listed("communications", [], "t1")];
  const { detail } = await readFrom({ ...everything, communications });
  expect(detail.communications).toMatchObject({ status: "failed", problem: { httpStatusCode: 502 } });
  expect(detail.participants.status).toBe("ok");
});

test("a transcript of more than 5,000 lines is cut and says so", async () => {
  const page = (from: number) => Array.from({ length: 1000 }, (_, i) => line(from + i, `line ${from + i}`));
  const communications = [0, 1000, 2000, 3000, 4000, 5000].map((from) =>
    listed("communications", page(from), `after ${from}`),
  );
  const { detail, paths } = await readFrom({ ...everything, communications });
  expect(detail.communications).toMatchObject({ data: { cut: { shown: 5000, cap: 5000 } } });
  expect(texts(detail)).toHaveLength(5000);
  expect(paths.filter((path) => path.includes("Communications"))).toHaveLength(5);
});

test("results of other conversations are left out, and a flood of them ends the reading", async () => {
  const other = { conversationId: "conv_conversation_other" };
  const results = [
    listed("items", [result("mine", { label: "x" }), result("theirs", { label: "y" }, other)], "t1"),
    listed("items", [result("nobody's", { label: "z" }, { conversationId: null })], null),
  ];
  const { detail } = await readFrom({ ...everything, results });
  const { operatorResults } = detail;
  expect(operatorResults.status === "ok" && operatorResults.data.items.map(({ id }) => id)).toEqual(["mine"]);

  let page = 0;
  const flood: Replies["results"] = (response, received) => {
    page += 1;
    const items = Array.from({ length: 1000 }, (_, i) => result(`f${i}`, {}, other));
    return listed("items", items, `flood ${page}`)(response, received);
  };
  const { detail: flooded, paths } = await readFrom({ ...everything, results: flood });
  expect(flooded.operatorResults).toMatchObject({ data: { items: [], cut: { shown: 0 } } });
  expect(paths.filter((path) => path.includes("OperatorResults"))).toHaveLength(5);
});

test("partial and strange items keep their place, and what is not text counts as missing", async () => {
  const communications = listed("communications", [{}, null, { id: 7, content: { text: 5 } }, line(3, "whole")]);
  const { detail } = await readFrom({ ...everything, communications, participants: listed("participants", [{}]) });
  expect(texts(detail)).toEqual([undefined, undefined, undefined, "whole"]);
  expect(detail.participants).toMatchObject({ data: { items: [{ addresses: [] }] } });
});

test("words travel only where one of them has a confidence", async () => {
  const spoken = (words: unknown[]) =>
    line(0, "hi there", {
      content: { type: "TRANSCRIPTION", text: "hi there", transcription: { confidence: 0.9, words } },
    });
  const plain = [{ text: "hi", startTime: "2026-11-03T12:00:00Z" }, { text: "there" }];
  const rated = [{ text: "hi", confidence: 0.3 }, { text: "there" }];
  const { detail } = await readFrom({
    ...everything,
    communications: listed("communications", [spoken(plain), spoken(rated)]),
  });
  expect(detail.communications).toMatchObject({
    data: {
      items: [
        { content: { transcription: { confidence: 0.9, words: [] } } },
        { content: { transcription: { words: [{ text: "hi", confidence: 0.3 }, { text: "there" }] } } },
      ],
    },
  });
});

test.each([400, 401, 403, 404])(
  "when Conversations refuses with %i, the copy in Intelligence is shown as such",
  async (status) => {
    const { operators, results } = everything;
    const no = twilioError(status);
    const { detail, paths } = await readFrom({
      conversation: no,
      participants: no,
      communications: no,
      copy: json(copy),
      operators,
      results,
    });
    expect(detail.conversation).toMatchObject({ data: { item: { name: "Late parcel" }, source: "intelligence" } });
    expect(detail.participants).toMatchObject({ data: { items: [{ name: "Dana S." }], source: "intelligence" } });
    expect(detail.communications).toMatchObject({
      data: { source: "intelligence", items: [{ author: { channel: "SMS" } }, {}, {}] },
    });
    expect(texts(detail)).toEqual(["Where is my parcel?", "On its way.", "Thanks!"]);
    expect(paths.filter((path) => path.startsWith("/v3/Conversations/"))).toHaveLength(1);
  },
);

test("a conversation that neither host has fails with the first host's word", async () => {
  const gone = twilioError(404, { code: 20404, message: "No such conversation" });
  const { detail } = await readFrom({ conversation: gone, communications: gone, copy: twilioError(403) });
  const problem = { httpStatusCode: 404, code: 20404, message: "No such conversation", source: "twilio" };
  expect(detail.conversation).toEqual({ status: "failed", problem });
  expect(detail.communications).toMatchObject({ status: "failed", problem });
  expect(detail.operatorResults).toMatchObject({ status: "failed", problem: { httpStatusCode: 404 } });
  expect(detail.operators).toEqual({});
});

test("each part fails alone: a limit, an outage and a page that is no JSON", async () => {
  const { detail, paths } = await readFrom({
    ...everything,
    participants: raw("<html>", "text/html"),
    communications: twilioError(429, {}, { "x-ratelimit-reset": "45" }),
    results: twilioError(500),
  });
  expect(detail.conversation.status).toBe("ok");
  expect(detail.participants).toMatchObject({
    status: "failed",
    problem: { message: "The Conversations API returned text/html instead of JSON." },
  });
  expect(detail.communications).toMatchObject({ status: "failed", problem: { httpStatusCode: 429, retryAfter: 45 } });
  expect(detail.operatorResults).toMatchObject({ status: "failed", problem: { httpStatusCode: 500 } });
  expect(paths.some((path) => path.startsWith("/v3/Conversations/"))).toBe(false);
});

test("a host that does not answer in time fails its parts alone", async () => {
  const { upstream, proxy } = await setUp({ upstreamTimeoutMs: 300 });
  upstream.reply(byResource({ ...everything, results: hang }));
  const detail = await read(proxy.url);
  expect(detail.communications.status).toBe("ok");
  expect(detail.operatorResults).toMatchObject({
    status: "failed",
    problem: { httpStatusCode: 504, message: "The Intelligence API didn’t respond within 0.3 seconds." },
  });
});

test("operators are listed once for many conversations, and not at all where there are no results", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(byResource({ ...everything, results: listed("items", []) }));
  await read(proxy.url);
  const lists = () => upstream.received.filter(({ path }) => path.includes("Operators?")).length;
  expect(lists()).toBe(0);
  upstream.reply(byResource(everything));
  await read(proxy.url);
  expect((await read(proxy.url)).operators).toEqual({ intelligence_operator_1: "Sentiment" });
  expect(lists()).toBe(1);
});

test("without a list of operators, Twilio's own keep their documented names", async () => {
  const own = { operator: { id: "intelligence_operator_01kcrvw16kfa88qvgrfmr7y151" } };
  const { detail } = await readFrom({
    ...everything,
    results: listed("items", [result("a", { label: "x" }), result("b", { label: "y" }, own)]),
    operators: twilioError(403),
  });
  expect(detail.operatorResults.status).toBe("ok");
  expect(detail.operators).toEqual({ [own.operator.id]: "Sentiment" });
});

test.each(["a b", "../x", "a%2Fb", "%00", "x".repeat(101), "a.b", "ä"])("the id %j is refused unasked", async (id) => {
  const { upstream, proxy } = await setUp();
  const response = await fetch(`${proxy.url}/api/conversations/${encodeURIComponent(id)}`);
  expect(response.status).toBe(400);
  expect((await problemOf(response)).message).toMatch(/^A conversation ID must be/);
  expect(upstream.received).toEqual([]);
});

test("other methods are refused", async () => {
  const { proxy } = await setUp();
  const response = await fetch(`${proxy.url}/api/conversations/${conversationId}`, { method: "DELETE" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test.each([
  ["before any answer", hang],
  ["in the middle of one", stall],
] as const)("a browser that goes away %s cancels every call", async (_name, reply) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(reply);
  const browser = new AbortController();
  const url = `${proxy.url}/api/conversations/${conversationId}`;
  const gone = expect(fetch(url, { signal: browser.signal })).rejects.toThrow("aborted");
  await upstream.arrived(4);
  browser.abort();
  await gone;
  await Promise.all(upstream.received.map(({ cancelled }) => cancelled));
  expect(upstream.received).toHaveLength(4);
  expect(proxy.logs).toEqual([]);
});

test("neither the answer nor the log holds a secret", async () => {
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");
  const talkative = twilioError(500, { message: `You sent Basic ${basic} for ${credentials.password}` });
  const { upstream, proxy } = await setUp();
  upstream.reply(byResource({ ...everything, communications: talkative, conversation: json(conversation) }));
  const body = await (await fetch(`${proxy.url}/api/conversations/${conversationId}`)).text();
  for (const secret of [basic, credentials.password, credentials.username]) {
    expect(body).not.toContain(secret);
    expect(proxy.logs.join()).not.toContain(secret);
  }
  expect(proxy.logs).toEqual(["upstream GET Communications failed: status 500, code 20500 (twilio)"]);
});
