import { expect, onTestFinished, test } from "vitest";
import { pageSchema } from "../../../contract/page.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";
import { oneCube } from "../../support/one-cube.ts";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startProxy } from "../../support/servers/proxy.ts";
import { json, twilioError } from "../../support/servers/replies.ts";

const metadata = oneCube("Channel", "Language");

type Asked = InsightsQueryRequest["query"];

/** An account whose queries are answered by what they ask. */
async function account(answer: (query: Asked) => Reply): Promise<{ upstream: FakeUpstream; proxy: RunningProxy }> {
  const upstream = await startFakeUpstream();
  upstream.reply((response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    return answer(insightsQueryRequestSchema.parse(JSON.parse(received.body)).query)(response, received);
  });
  const proxy = await startProxy(upstream.url);
  onTestFinished(async () => {
    await proxy.close();
    await upstream.close();
  });
  await fetch(`${proxy.url}/api/metadata`);
  return { upstream, proxy };
}

function ask({ url }: RunningProxy, query: Asked, signal?: AbortSignal): Promise<Response> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ query });
  return fetch(`${url}/api/query`, { method: "POST", headers, body, ...(signal ? { signal } : {}) });
}

test.each([400, 429, 503])("a field that is refused alone (%s) leaves the rows that are there", async (status) => {
  const rows = json({ items: [{ Id: "a" }, { Id: "b" }], meta: {} });
  const { proxy } = await account(({ dimensions = [] }) => {
    return dimensions.join() === "Language" ? twilioError(status, { code: 20001 }) : rows;
  });
  const answer = await ask(proxy, { dimensions: ["Id", "Language"] });
  expect(answer.status).toBe(200);
  expect(pageSchema.parse(await answer.json()).items).toEqual([{ Id: "a" }, { Id: "b" }]);
});

test("rows that several count from are read to their end, whoever of them leaves", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => {
    release = done;
  });
  let isReading = (): void => undefined;
  const reading = new Promise<void>((done) => {
    isReading = done;
  });
  const items = ["a", "b", "c"].map((id, place) => ({
    Id: id,
    CreatedAt: "2026-11-02T10:00:00.000Z",
    Channel: place === 0 ? "chat" : "voice",
  }));
  const { proxy } = await account(({ filters = [], dimensions = [] }) => {
    if (filters.some(({ expressions }) => expressions.some(({ field }) => field === "Channel"))) {
      return twilioError(400, { code: 20001, message: "Channel cannot be filtered" });
    }
    if (!dimensions.includes("Channel")) return json({ items: [{ Count: 3 }], meta: {} });
    return async (response, received) => {
      isReading();
      await held;
      await json({ items, meta: {} })(response, received);
    };
  });
  const voice: Asked = {
    measures: ["Count"],
    filters: [{ op: "AND", expressions: [{ op: "EQ", field: "Channel", values: ["voice"] }] }],
  };
  const leaver = new AbortController();
  const first = ask(proxy, voice, leaver.signal).catch(() => undefined);
  await reading;
  const second = ask(proxy, voice);
  leaver.abort();
  await first;
  // The proxy has to have seen that the first one is gone.
  await fetch(`${proxy.url}/healthz`);
  release();
  const answer = await second;
  expect(answer.status).toBe(200);
  expect(pageSchema.parse(await answer.json()).items).toEqual([{ Count: 2 }]);
});
