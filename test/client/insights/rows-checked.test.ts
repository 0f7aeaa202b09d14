import { InfiniteQueryObserver } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { type HeldPages, rowPages } from "../../../client/rows/pages.ts";
import type { RowBounds } from "../../../client/rows/row-bounds.ts";
import { Trail } from "../../../client/rows/trail.ts";
import { walkTo } from "../../../client/rows/walk-to.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";
import type { Reply } from "../../support/servers/fake-upstream.ts";
import { json, page } from "../../support/servers/replies.ts";
import { servePageFrom, serveProxy } from "./pages-base.ts";

const begin = Date.parse("2026-11-01T00:00Z");
const bounds: RowBounds = {
  time: { field: "T", label: "Created", cube: "C", how: "words" as const, shown: "T", grains: {} },
  known: new Map(),
  window: { from: begin, to: begin + 100_000 },
  zone: "America/New_York",
};
const request: InsightsQueryRequest = {
  query: {
    dimensions: ["Id", "T"],
    filters: [{ op: "AND", expressions: [{ op: "LT", field: "T", values: ["2026-11-01T00:01:40.000Z"] }] }],
    orderBy: [
      { field: "T", direction: "DESC" },
      { field: "Id", direction: "ASC" },
    ],
  },
};

const served = serveProxy();

/** A conversation so many seconds after the beginning, as a database writes it that has neither offsets nor fractions. */
function row(second: number): Record<string, unknown> {
  return { Id: `c${second}`, T: new Date(begin + Math.floor(second) * 1000).toISOString().slice(0, 19) };
}

async function observe() {
  const observer = new InfiniteQueryObserver(served.client, rowPages(request, 1, { pageSize: 2, bounds }));
  observer.subscribe(() => {});
  await expect.poll(() => observer.getCurrentResult().isFetching).toBe(false);
  const pages = () => observer.getCurrentResult().data?.pages ?? [];
  return {
    observer,
    trail: () => pages()[0]?.trail ?? new Trail(),
    ids: () => pages().map(({ items }) => items.map(({ Id }) => Id)),
    starts: () => pages().map(({ start }) => start),
  };
}

describe("rows of a list", () => {
  test("that come twice are drawn once, and those behind them keep their places", async () => {
    served.upstream.reply(page([row(9), row(8)], "a"), page([row(8), row(7)], "b"), page([row(6)]));
    const { observer, trail, ids, starts } = await observe();
    await observer.fetchNextPage();
    await observer.fetchNextPage();
    expect(ids()).toEqual([["c9", "c8"], ["c7"], ["c6"]]);
    expect(starts()).toEqual([0, 2, 3]);
    expect(trail()).toMatchObject({ count: 4, leftOut: { repeated: 1 } });
  });

  test("that are beside the window are not drawn, and a page of them alone is passed over", async () => {
    served.upstream.reply(page([row(100), row(101)], "a"), page([row(99), row(-1)]));
    const { trail, ids } = await observe();
    expect(ids()).toEqual([["c99"]]);
    expect(trail()).toMatchObject({ count: 1, ended: true, leftOut: { outside: 3 } });
  });

  test("bring along what was done to their pages", async () => {
    const marks = { notes: [{ text: "Filtered here." }], notReturned: ["X"], unsorted: ["T"], lost: 2 };
    // In the proxy's place: what it marks is not for Twilio to send.
    servePageFrom(served.upstream.url);
    served.upstream.reply(json({ items: [row(9)], meta: { nextToken: "a" }, earshot: marks }), page([row(8)]));
    const { observer, trail } = await observe();
    await observer.fetchNextPage();
    expect(trail().leftOut.told).toMatchObject(marks);
  });
});

/** An account that sends no more than four rows of a query, two a page, and says nothing of it. */
function capped(seconds: readonly number[]): Reply {
  return (response, received) => {
    const token = new URL(received.path, "http://upstream").searchParams.get("pageToken");
    const [before, at] = token?.split(" ").map(Number) ?? [];
    const { query } = token ? request : insightsQueryRequestSchema.parse(JSON.parse(received.body));
    const limits = (query.filters ?? []).flatMap(({ expressions }) => expressions.map(({ values = [] }) => values[0]));
    const limit = before ?? Math.min(...limits.map((value = "") => Date.parse(value)));
    const all = seconds.filter((second) => begin + second * 1000 < limit).slice(0, 4);
    const from = at ?? 0;
    const next = from + 2 < all.length ? `${limit} ${from + 2}` : null;
    const rows = all.slice(from, from + 2).map((second) => row(second));
    return page(rows, next)(response, received);
  };
}

describe("a list that ends although there is more", () => {
  const seconds = [50, 49, 48, 47.8, 47.5, 47.2, 44, 43, 42];

  /** Reads on, and asks on at each end until nothing new comes. */
  async function readAll() {
    served.upstream.reply(capped(seconds));
    const list = await observe();
    for (let step = 0; step < 30 && (!list.trail().ended || list.trail().canContinuePastEnd); step += 1) {
      list.trail().continuePastEnd();
      await list.observer.fetchNextPage();
    }
    return list;
  }

  test("is asked on with the rows before its last one, until nothing new comes", async () => {
    const { trail, ids } = await readAll();
    const drawn = ids().flat();
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(new Set(drawn.map((id) => String(id).split("-")[0]))).toEqual(
      new Set(seconds.map((second) => `c${second}`)),
    );
    expect(trail()).toMatchObject({ ended: true, canContinuePastEnd: false, count: drawn.length });
  });

  test("is walked through over its ends, from the nearest one", async () => {
    const { trail, ids, starts } = await readAll();
    const all = ids().flat();
    const place = all.length - 1;
    const before = served.upstream.received.length;
    const held: HeldPages = await walkTo(
      { request, bounds, size: 2 },
      trail(),
      { place },
      new AbortController().signal,
    );
    const last = held.pages.at(-1);
    expect(last?.items.at(place - (last?.start ?? 0))?.["Id"]).toBe(all[place]);
    expect(starts()).toContain(last?.start);
    expect(served.upstream.received.length - before).toBeLessThan(4);
  });

  test("is not asked on in another order than newest first", async () => {
    const oldest = { query: { ...request.query, orderBy: [{ field: "T", direction: "ASC" as const }] } };
    served.upstream.reply(page([row(1)]));
    const { trail } = (await served.client.fetchInfiniteQuery(rowPages(oldest, 1, { bounds }))).pages[0] ?? {};
    expect(trail).toMatchObject({ ended: true, canContinuePastEnd: false });
  });
});
