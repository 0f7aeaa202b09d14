import { afterEach, expect, test, vi } from "vitest";
import { exportsStore, type FeedTimes, followExports } from "../../../client/export/exports-feed.ts";
import { begin } from "../../server/exports/support.ts";
import { startPagedUpstream } from "../../support/servers/paged-upstream.ts";
import { type ProxyOptions, startProxy } from "../../support/servers/proxy.ts";
import { startSwallowingProxy } from "../../support/servers/swallowing-proxy.ts";
import { until } from "../../support/until.ts";
import { servePageFrom } from "../insights/pages-base.ts";

const times: FeedTimes = {
  firstMs: 20,
  quietMs: 60_000,
  silenceMs: 60_000,
  askMs: 20,
  idleMs: 20,
  retryMs: 10,
  longestRetryMs: 20,
  kindMs: 10,
};

let closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  servePageFrom(undefined);
  for (const close of closing.reverse()) await close();
  closing = [];
  exportsStore.set({ items: [], damaged: [], connection: "opening" });
});

async function serve(options: ProxyOptions = {}) {
  const upstream = await startPagedUpstream({ rows: 3 });
  closing.push(() => upstream.close());
  const proxy = await startProxy(upstream.url, options);
  closing.push(() => proxy.close());
  return { upstream, proxy };
}

const shown = () => exportsStore.get().items.map(({ name, state }) => `${name}: ${state}`);

test("where events are kept by something in between, the exports are asked for, until one comes", async () => {
  const { proxy } = await serve();
  const between = await startSwallowingProxy(proxy.url);
  closing.push(() => between.close());
  servePageFrom(between.url);
  closing.push(followExports(times));
  await until(() => expect(exportsStore.get().connection).toBe("open"));
  await begin(between.url);
  await until(() => expect(shown()).toEqual(["Late calls: complete"]));
  between.letThrough();
  // What the server says next goes through, and with it what was kept.
  const more = await begin(between.url);
  await until(() => expect(exportsStore.get().items.some(({ id }) => id === more)).toBe(true));
  expect(between.asked.filter((path) => path === "/api/exports/events")).toHaveLength(1);
});

test("a server that is stopped says so: nothing counts as lost, and the page comes back to the next one", async () => {
  const { upstream, proxy } = await serve();
  servePageFrom(proxy.url);
  closing.push(followExports({ ...times, firstMs: 60_000, kindMs: 1 }));
  await begin(proxy.url);
  await until(() => expect(shown()).toEqual(["Late calls: complete"]));
  const told = vi.spyOn(exportsStore, "set");
  const next = await startProxy(upstream.url);
  closing.push(() => next.close());
  servePageFrom(next.url);
  await proxy.close();
  await until(() => expect(shown()).toEqual([]));
  expect(told.mock.calls.map(([{ connection }]) => connection)).not.toContain("lost");
});

test("a server that is gone is lost, and what it said last stays", async () => {
  const { proxy } = await serve();
  servePageFrom(proxy.url);
  closing.push(followExports(times));
  await begin(proxy.url);
  await until(() => expect(shown()).toEqual(["Late calls: complete"]));
  await proxy.close();
  await until(() => expect(exportsStore.get().connection).toBe("lost"));
  expect(shown()).toEqual(["Late calls: complete"]);
});
