import { InfiniteQueryObserver } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { InsightsError } from "../../../client/api/errors.ts";
import { rowPages } from "../../../client/rows/pages.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { cutOff, hang, json, page, twilioError } from "../../support/servers/replies.ts";
import { serveProxy } from "../insights/pages-base.ts";

const request: InsightsQueryRequest = { query: { dimensions: ["Id"] } };

const served = serveProxy();

function observe(pinId = 1) {
  const observer = new InfiniteQueryObserver(served.client, rowPages(request, pinId, { pageSize: 2 }));
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
  return served.upstream.received.map(
    ({ method, path }) => `${method} ${decodeURIComponent(path.split("?")[1] ?? "")}`,
  );
}

describe("the pages of a query", () => {
  test("know how many rows could not be read, each page counted once", async () => {
    const odd = (Id: string, nextToken: string | null) => json({ items: [{ Id }, null, 5], meta: { nextToken } });
    served.upstream.reply(odd("a", "t"), odd("b", null));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
    const trail = observer.getCurrentResult().data?.pages[0]?.trail;
    expect(trail).toMatchObject({ count: 2, leftOut: { told: { lost: 4 } }, ended: true });
  });

  test("cost one upstream call each, the first with the query and the next with the token alone", async () => {
    served.upstream.reply(page([{ Id: "a" }, { Id: "b" }], "t+1/="), page([{ Id: "c" }], null));
    const { observer } = observe();
    await settled(observer);
    expect(loaded(observer)).toEqual([["a", "b"]]);
    expect(observer.getCurrentResult().hasNextPage).toBe(true);
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a", "b"], ["c"]]);
    expect(observer.getCurrentResult().hasNextPage).toBe(false);
    expect(asked()).toEqual(["POST pageSize=2", "GET pageToken=t+1/="]);
    expect(JSON.parse(served.upstream.received[0]?.body ?? "")).toEqual(request);
  });

  test("that are empty but name a next token are followed until there are rows", async () => {
    served.upstream.reply(page([], "t1"), page([], "t2"), page([{ Id: "a" }], "t3"), page([], "t4"), page([], ""));
    const { observer } = observe();
    await settled(observer);
    expect(loaded(observer)).toEqual([["a"]]);
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a"], []]);
    expect(observer.getCurrentResult().hasNextPage).toBe(false);
    expect(served.upstream.received).toHaveLength(5);
  });

  test("that lead back to an earlier page end in an error, and the rows so far stay", async () => {
    served.upstream.reply(page([{ Id: "a" }], "t1"), page([{ Id: "b" }], "t2"), page([{ Id: "c" }], "t1"));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    await observer.fetchNextPage();
    expect(observer.getCurrentResult().isError).toBe(false);
    await observer.fetchNextPage();
    const { error, isFetchNextPageError } = observer.getCurrentResult();
    expect(isFetchNextPageError).toBe(true);
    expect(error).toBeInstanceOf(InsightsError);
    expect(error).toMatchObject({ kind: "contract" });
    expect(loaded(observer)).toEqual([["a"], ["b"], ["c"]]);
    expect(served.upstream.received).toHaveLength(3);
  });

  test("that name themselves as the next one are the last", async () => {
    served.upstream.reply(page([{ Id: "a" }], "t1"), page([{ Id: "b" }], "t1"));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    expect(observer.getCurrentResult()).toMatchObject({ isError: false, hasNextPage: false });
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
  });

  test("that lead round in a circle of empty pages end in an error", async () => {
    served.upstream.reply(page([], "t1"), page([], "t2"), page([], "t1"));
    const { observer } = observe();
    await settled(observer);
    expect(observer.getCurrentResult().error).toMatchObject({ kind: "contract" });
    expect(served.upstream.received).toHaveLength(3);
  });

  test("remember the tokens of the empty pages between them", async () => {
    served.upstream.reply(page([{ Id: "a" }], "t1"), page([], "t2"), page([{ Id: "b" }], "t1"));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    await observer.fetchNextPage();
    expect(observer.getCurrentResult().error).toMatchObject({ kind: "contract" });
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
    expect(served.upstream.received).toHaveLength(3);
  });

  test("that bring nothing are passed over once: whoever asks again after a failure goes on where that was", async () => {
    const a = { Id: "a" };
    served.upstream.reply(page([a], "t1"), page([], "t2"), page([a], "t3"), twilioError(500));
    const { observer } = observe();
    await settled(observer);
    await observer.fetchNextPage();
    expect(observer.getCurrentResult().isFetchNextPageError).toBe(true);
    served.upstream.reply(page([a], "t4"), page([{ Id: "b" }]));
    await observer.fetchNextPage();
    expect(loaded(observer)).toEqual([["a"], ["b"]]);
    expect(asked().slice(1)).toEqual(["t1", "t2", "t3", "t3", "t4"].map((token) => `GET pageToken=${token}`));
    const trail = observer.getCurrentResult().data?.pages[0]?.trail;
    expect(trail).toMatchObject({ count: 2, ended: true, leftOut: { repeated: 2 } });
  });

  test.each([
    ["an error of Twilio's", twilioError(500)],
    ["an answer that breaks off", cutOff],
  ])("stay when the next one fails with %s, and only the failed one is asked for again", async (_, failure) => {
    served.upstream.reply(page([{ Id: "a" }], "t1"), failure, page([{ Id: "b" }]));
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
    served.upstream.reply(page([{ Id: "a" }], "t1"), page([{ Id: "b" }]), page([{ Id: "new" }]));
    const first = observe();
    await settled(first.observer);
    await first.observer.fetchNextPage();
    first.stop();
    const again = observe();
    expect(loaded(again.observer)).toEqual([["a"], ["b"]]);
    await settled(again.observer);
    expect(served.upstream.received).toHaveLength(2);
    const refreshed = observe(2);
    await settled(refreshed.observer);
    expect(loaded(refreshed.observer)).toEqual([["new"]]);
    expect(served.upstream.received).toHaveLength(3);
  });

  test("are cancelled upstream when nobody waits for them any more", async () => {
    served.upstream.reply(hang);
    const { stop } = observe();
    await served.upstream.arrived(1);
    stop();
    await served.upstream.received[0]?.cancelled;
  });
});
