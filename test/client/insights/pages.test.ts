import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InsightsError } from "../../../client/insights/errors.ts";
import { rowPages } from "../../../client/insights/pages.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startProxy } from "../../support/servers/proxy.ts";
import { cutOff, hang, json, page, twilioError } from "../../support/servers/replies.ts";
import { servePageFrom } from "./pages-base.ts";

const request: InsightsQueryRequest = { query: { dimensions: ["Id"] } };

let upstream: FakeUpstream;
let proxy: RunningProxy;
let client: QueryClient;

beforeEach(async () => {
  upstream = await startFakeUpstream();
  proxy = await startProxy(upstream.url);
  servePageFrom(proxy.url);
  client = new QueryClient();
});

afterEach(async () => {
  client.clear();
  servePageFrom(undefined);
  await proxy.close();
  await upstream.close();
});

function observe(pinId = 1) {
  const observer = new InfiniteQueryObserver(client, rowPages(request, pinId, { pageSize: 2 }));
  const stop = observer.subscribe(() => {});
  return { observer, stop };
}

function loaded(observer: ReturnType<typeof observe>["observer"]) {
  return observer.getCurrentResult().data?.pages.map(({ items }) => items.map(({ Id }) => Id));
}

async function settled(observer: ReturnType<typeof observe>["observer"]): Promise<void> {
  await expect.poll(() => observer.getCurrentResult().isFetching).toBe(false);
}

/** What the upstream was asked for, in order: the method and the query string. */
function asked(): string[] {
  return upstream.received.map(({ method, path }) => `${method} ${decodeURIComponent(path.split("?")[1] ?? "")}`);
}

describe("the pages of a query", () => {
  test("know how many rows could not be read, each page counted once", async () => {
    const odd = (Id: string, nextToken: string | null) => json({ items: [{ Id }, null, 5], meta: { nextToken } });
    upstream.reply(odd("a", "t"), odd("b", null));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
    const trail = observer.getCurrentResult().data?.pages[0]?.trail;
    expect(trail).toMatchObject({ count: 2, sifted: { told: { lost: 4 } }, ended: true });
  });

  test("cost one upstream call each, the first with the query and the next with the token alone", async () => {
    upstream.reply(page([{ Id: "a" }, { Id: "b" }], "t+1/="), page([{ Id: "c" }], null));
    const { observer } = observe();
    await settled(observer);
    expect(loaded(observer)).toEqual([["a", "b"]]);
    expect(observer.getCurrentResult().hasNextPage).toBe(true);
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a", "b"], ["c"]]);
    expect(observer.getCurrentResult().hasNextPage).toBe(false);
    expect(asked()).toEqual(["POST pageSize=2", "GET pageToken=t+1/="]);
    expect(JSON.parse(upstream.received[0]?.body ?? "")).toEqual(request);
  });

  test("that are empty but name a next token are followed until there are rows", async () => {
    upstream.reply(page([], "t1"), page([], "t2"), page([{ Id: "a" }], "t3"), page([], "t4"), page([], ""));
    const { observer } = observe();
    await settled(observer);
    expect(loaded(observer)).toEqual([["a"]]);
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a"], []]);
    expect(observer.getCurrentResult().hasNextPage).toBe(false);
    expect(upstream.received).toHaveLength(5);
  });

  test("that lead back to an earlier page end in an error, and the rows so far stay", async () => {
    upstream.reply(page([{ Id: "a" }], "t1"), page([{ Id: "b" }], "t1"));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    expect(observer.getCurrentResult().isError).toBe(false);
    await observer.fetchNextPage();
    const { error, isFetchNextPageError } = observer.getCurrentResult();
    expect(isFetchNextPageError).toBe(true);
    expect(error).toBeInstanceOf(InsightsError);
    expect(error).toMatchObject({ kind: "contract" });
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
    expect(upstream.received).toHaveLength(2);
  });

  test("that lead round in a circle of empty pages end in an error", async () => {
    upstream.reply(page([], "t1"), page([], "t2"), page([], "t1"));
    const { observer } = observe();
    await settled(observer);
    expect(observer.getCurrentResult().error).toMatchObject({ kind: "contract" });
    expect(upstream.received).toHaveLength(3);
  });

  test("remember the tokens of the empty pages between them", async () => {
    upstream.reply(page([{ Id: "a" }], "t1"), page([], "t2"), page([{ Id: "b" }], "t2"));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    await observer.fetchNextPage();
    expect(observer.getCurrentResult().error).toMatchObject({ kind: "contract" });
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
    expect(upstream.received).toHaveLength(3);
  });

  test.each([
    ["an error of Twilio's", twilioError(500)],
    ["an answer that breaks off", cutOff],
  ])("stay when the next one fails with %s, and only the failed one is asked for again", async (_, failure) => {
    upstream.reply(page([{ Id: "a" }], "t1"), failure, page([{ Id: "b" }]));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    expect(observer.getCurrentResult().isFetchNextPageError).toBe(true);
    expect(loaded(observer)).toEqual([["a"]]);
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
    expect(asked()).toEqual(["POST pageSize=2", "GET pageToken=t1", "GET pageToken=t1"]);
  });

  test("are not asked for again when they are shown again, and anew under another pin", async () => {
    upstream.reply(page([{ Id: "a" }], "t1"), page([{ Id: "b" }]), page([{ Id: "new" }]));
    const first = observe();
    await settled(first.observer);
    await first.observer.fetchNextPage();
    first.stop();
    const again = observe();
    expect(loaded(again.observer)).toEqual([["a"], ["b"]]);
    await settled(again.observer);
    expect(upstream.received).toHaveLength(2);
    const refreshed = observe(2);
    await settled(refreshed.observer);
    expect(loaded(refreshed.observer)).toEqual([["new"]]);
    expect(upstream.received).toHaveLength(3);
  });

  test("are cancelled upstream when nobody waits for them any more", async () => {
    upstream.reply(hang);
    const { stop } = observe();
    await upstream.arrived(1);
    stop();
    await upstream.received[0]?.cancelled;
  });
});
