import { setImmediate as turn } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { startFakeUpstream } from "../support/servers/fake-upstream.ts";
import { startProxy } from "../support/servers/proxy.ts";
import { hang, page } from "../support/servers/replies.ts";
import { begin, order, stage } from "./exports/support.ts";
import { post, query } from "./setup.ts";

/** What a stream says to its end. */
async function said(stream: Response): Promise<string> {
  return await stream.text();
}

test("a stop lets requests under way have their answers, tells the streams, and takes nothing new", async () => {
  const upstream = await startFakeUpstream();
  onTestFinished(() => upstream.close());
  const proxy = await startProxy(upstream.url, { graceMs: 60_000 });
  let answer = (): void => undefined;
  upstream.reply(async (response, received) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page([{ Id: "late" }])(response, received);
  });
  const underWay = post(`${proxy.url}/api/query`, query);
  const stream = await fetch(`${proxy.url}/api/exports/events`);
  await upstream.arrived(1);
  const stopped = proxy.close();
  const told = await said(stream);
  expect(told).toMatch(/^data: \{"type":"all".*\n\ndata: \{"type":"ending"\}\n\n$/s);
  await expect(fetch(`${proxy.url}/healthz`)).rejects.toThrow("fetch failed");
  answer();
  expect(await (await underWay).json()).toMatchObject({ items: [{ Id: "late" }] });
  // The connection is not kept for another request, which would hold the server.
  await stopped;
});

test("what has no answer when the time is over is cut off", async () => {
  const upstream = await startFakeUpstream();
  onTestFinished(() => upstream.close());
  const proxy = await startProxy(upstream.url, { graceMs: 1 });
  upstream.reply(hang);
  const underWay = expect(post(`${proxy.url}/api/query`, query)).rejects.toThrow();
  await upstream.arrived(1);
  await proxy.close();
  await underWay;
});

test("whoever waits for an export that still runs is told at once, and it goes on with the next start", async () => {
  const { upstream, proxy } = await stage({ rows: 5 }, { graceMs: 60_000 });
  upstream.trouble(() => new Promise(() => {}));
  const id = await begin(proxy.url, order);
  const waiting = fetch(`${proxy.url}/api/exports/${id}/file?wait=1`);
  await upstream.arrived(1);
  // Asked later and answered: so the server has the other request, too.
  await (await fetch(`${proxy.url}/healthz`)).text();
  const stopped = proxy.close();
  expect((await waiting).status).toBe(409);
  await stopped;
});

test("many streams are one listener each of nothing: no warning is printed, and each hears what changes", async () => {
  const warned = vi.fn();
  process.on("warning", warned);
  onTestFinished(() => void process.off("warning", warned));
  const { proxy } = await stage({ rows: 5 });
  const streams = await Promise.all(Array.from({ length: 25 }, () => fetch(`${proxy.url}/api/exports/events`)));
  const files = begin(proxy.url).then((id) =>
    Promise.all(
      Array.from({ length: 25 }, () =>
        fetch(`${proxy.url}/api/exports/${id}/file?wait=1`).then(({ status }) => status),
      ),
    ),
  );
  expect(new Set(await files)).toEqual(new Set([200]));
  await proxy.close();
  for (const told of await Promise.all(streams.map(said))) expect(told).toContain('{"type":"ending"}');
  await turn();
  expect(warned).not.toHaveBeenCalled();
});
