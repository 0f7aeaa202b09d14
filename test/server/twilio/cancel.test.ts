import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { hang, page, stall } from "../../support/servers/replies.ts";
import { post, query, setUp } from "../setup.ts";

test.each([
  ["before the headers", hang],
  ["in the middle of the body", stall],
] as const)("a browser that goes away %s cancels the upstream call", async (_name, reply) => {
  const { upstream, proxy } = await setUp();
  upstream.reply(reply);
  const browser = new AbortController();
  const gone = expect(post(`${proxy.url}/api/query`, query, { signal: browser.signal })).rejects.toThrow("aborted");
  await upstream.arrived(1);
  browser.abort();
  await gone;
  await upstream.received[0]?.cancelled;
  expect(proxy.logs).toEqual([]);
});

test("300 requests aborted in the middle leave no connection behind", async () => {
  const { upstream, proxy } = await setUp();
  const rows = Array.from({ length: 50 }, (_, row) => ({ Id: `conv_${row}`, text: "x".repeat(2000) }));
  upstream.reply(async (response, received) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"items":[');
    await sleep(5);
    if (received.path.includes("pageSize=1")) response.end('],"meta":{}}');
    else for (const row of rows) response.write(JSON.stringify(row));
  });
  for (let round = 0; round < 10; round += 1) {
    const browser = new AbortController();
    const requests = Array.from({ length: 30 }, () =>
      post(`${proxy.url}/api/query?pageSize=500`, query, { signal: browser.signal }).then((response) =>
        response.text(),
      ),
    );
    const ended = Promise.allSettled(requests);
    await upstream.arrived((round + 1) * 30);
    browser.abort();
    expect((await ended).every(({ status }) => status === "rejected")).toBe(true);
  }
  const normal = await Promise.all(
    Array.from({ length: 70 }, () =>
      post(`${proxy.url}/api/query?pageSize=1`, query).then((response) => response.json()),
    ),
  );
  expect(normal).toHaveLength(70);
  expect(normal[69]).toEqual({ items: [], meta: {} });
  expect(proxy.logs).toEqual([]);
});

test("a request aborted before it is sent upstream does no harm", async () => {
  const { upstream, proxy } = await setUp();
  upstream.reply(page([]));
  const browser = new AbortController();
  const gone = post(`${proxy.url}/api/query`, query, { signal: browser.signal }).catch(() => "gone");
  browser.abort();
  expect(await gone).toBe("gone");
  expect((await post(`${proxy.url}/api/query`, query)).status).toBe(200);
});
