import fc from "fast-check";
import { expect, test } from "vitest";
import { fruitlessPages, mostFruitless } from "../../../server/twilio/fruitless-pages.ts";
import { knownRows } from "../../../server/twilio/known-rows.ts";
import { jumpingClock } from "../../support/jumping-clock.ts";
import { long } from "../../support/long.ts";
import type { FakeUpstream } from "../../support/servers/fake-upstream.ts";
import { page } from "../../support/servers/replies.ts";
import { begin, ended, order } from "../exports/support.ts";
import { setUp } from "../setup.ts";

/** A clock that is at once where it is wanted, and remembers by how much. */
function remembering() {
  const waits: number[] = [];
  const clock = {
    now: () => 0,
    after(ms: number, call: () => void) {
      waits.push(ms);
      queueMicrotask(call);
      return () => undefined;
    },
  };
  return { waits, clock };
}

/** Follows pages that each name another one. */
function followed() {
  const { waits, clock } = remembering();
  const vain = fruitlessPages(clock);
  const { signal } = new AbortController();
  let calls = 0;
  /** Follows tokens until one is refused, or so often; the token that it stands at then. */
  async function follow(
    token: string | undefined,
    times: number,
    rowsOf: (page: number) => Buffer[] = () => [],
  ): Promise<string | undefined> {
    let at = token;
    for (let count = 0; count < times; count += 1) {
      const read = () => {
        calls += 1;
        return Promise.resolve({ rows: rowsOf(calls), nextToken: `t${calls}`, previousToken: undefined });
      };
      try {
        at = (await vain.read(at, signal, read)).nextToken;
      } catch {
        return at;
      }
    }
    return at;
  }
  return { follow, waits, calls: () => calls };
}

test("some empty pages are passed over at once, more of them slower and slower, and then it is told", async () => {
  const { follow, waits, calls } = followed();
  const last = await follow(undefined, 10_000);
  expect(calls()).toBe(mostFruitless);
  expect(waits[0]).toBeGreaterThan(0);
  expect(waits.length).toBeGreaterThanOrEqual(mostFruitless - 12);
  expect(waits.every((ms, at) => ms >= (waits[at - 1] ?? 0))).toBe(true);
  // No less than minutes in all, no more than a second each.
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(4 * 60_000);
  expect(Math.max(...waits)).toBe(1000);
  // A person who asks again goes on from there, and is told again.
  await follow(last, 10_000);
  expect(calls()).toBe(2 * mostFruitless);
});

test("a page with rows begins anew, and so does another list", async () => {
  const { follow, waits } = followed();
  const token = await follow(undefined, 10);
  await follow(await follow(token, 1, () => [Buffer.from("{}")]), 10);
  await follow(undefined, 10);
  expect(waits).toEqual([]);
});

const rowsFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => Buffer.from(`{"Id":${from + i}}`));

test.each([
  ["one page again and again", (at: number) => rowsFrom(0, at === 1 ? 200 : 100)],
  ["a circle of twenty pages", (at: number) => rowsFrom((at % 20) * 100, 100)],
  [
    "the same rows in other pages and another order",
    (at: number) => Array.from({ length: 100 }, (_, i) => rowsFrom((at * 37 + i) % 300, 1)).flat(),
  ],
  ["known rows and empty pages by turns", (at: number) => (at % 2 === 0 ? [] : rowsFrom(0, 10))],
])("pages of %s with ever new tokens are followed slower and slower, and then it is told", async (_, rowsOf) => {
  const { follow, waits, calls } = followed();
  const last = await follow(undefined, 1000, rowsOf);
  expect(calls()).toBeGreaterThanOrEqual(mostFruitless);
  expect(calls()).toBeLessThan(mostFruitless + 25);
  expect(waits.every((ms, at) => ms >= (waits[at - 1] ?? 0))).toBe(true);
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(3 * 60_000);
  const before = calls();
  await follow(last, 1000, rowsOf);
  expect(calls()).toBe(before + mostFruitless);
});

test("a page of more rows than are remembered is known as a whole", async () => {
  const { take } = knownRows();
  const rows = rowsFrom(0, 40_000);
  expect([await take(rows), await take(rowsFrom(50_000, 5)), await take(rows)]).toEqual([false, false, true]);
});

test("one new row is enough, and rows that come several times are nothing to wait for", async () => {
  const { follow, waits, calls } = followed();
  await follow(undefined, 2000, (at) => [...rowsFrom(0, 99), ...rowsFrom(1000 + at, 1)]);
  // Lists that are taken apart: of each conversation several rows, the same where nothing else is asked for.
  await follow(undefined, 2000, (at) => rowsFrom(Math.floor(at / 40) * 10, 10));
  expect([calls(), waits]).toEqual([4000, []]);
});

test("a list that is read to and fro, again, and by several at once is never slowed down", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), fc.integer({ min: -1, max: 3 })), { minLength: 300, maxLength: 600, size: "max" }),
      async (steps) => {
        const { waits, clock } = remembering();
        const vain = fruitlessPages(clock);
        const { signal } = new AbortController();
        const last = 60;
        /** Tokens are the pages' numbers, the same for all who ask. */
        const read = (token: string | undefined) => {
          const at = Number(token ?? 0);
          const other = (to: number) => (to < 0 || to > last ? undefined : String(to));
          const found = { rows: rowsFrom(at * 5, 5), nextToken: other(at + 1), previousToken: other(at - 1) };
          return vain.read(token, signal, () => Promise.resolve(found));
        };
        const stands = [0, 0, 0];
        for (const [who, step] of steps) {
          const at = Math.min(last, Math.max(0, (stands[who] ?? 0) + Math.sign(step)));
          stands[who] = at;
          await read(at === 0 ? undefined : String(at));
        }
        expect(waits).toEqual([]);
      },
    ),
    { numRuns: long(50, 1000) },
  );
});

/** An account whose list of so many rows begins anew where it ends, with tokens that are new each time. Then its pages are short. */
function serveCircle(upstream: FakeUpstream, rows: number): () => number {
  let calls = 0;
  upstream.reply((response, received) => {
    if (received.path.includes("QueryJobs") || received.path.includes("Metadata")) {
      response.writeHead(404).end();
      return;
    }
    calls += 1;
    const params = new URL(received.path, "http://x").searchParams;
    const [at = 0, size = Number(params.get("pageSize"))] = (params.get("pageToken") ?? "")
      .split("-")
      .filter(Boolean)
      .map(Number);
    const items = Array.from({ length: Math.min(size, rows, at < rows ? 1000 : 20) }, (_, i) => ({
      Id: `c${(at + i) % rows}`,
    }));
    return page(items, `${at + items.length}-${size}`)(response, received);
  });
  return () => calls;
}

const ofIds = {
  ...order,
  request: { query: { dimensions: ["Id"] } },
  columns: [{ field: "Id", header: "Id" }],
};

test.each([20, 33_000])(
  "an export of %i rows whose pages go on for ever fails, and keeps each row once",
  async (rows) => {
    const { upstream, proxy } = await setUp();
    const calls = serveCircle(upstream, rows);
    const id = await begin(proxy.url, ofIds);
    const status = await ended(proxy.url, id);
    expect(status).toMatchObject({
      state: "failed",
      rows,
      failure: { why: { key: "twilioKnownPages" }, advice: { key: "adviceEndless" } },
    });
    expect(calls()).toBeLessThan(2 * mostFruitless);
  },
);

test("an export that meets empty pages without end fails soon, and asks no more", async () => {
  const { upstream, proxy } = await setUp();
  let calls = 0;
  upstream.reply((response, received) => {
    calls += 1;
    if (received.path.includes("QueryJobs")) response.writeHead(404).end();
    else return page([], `t${calls}`)(response, received);
    return undefined;
  });
  const id = await begin(proxy.url);
  const status = await ended(proxy.url, id);
  expect(status).toMatchObject({ state: "failed", failure: { why: { key: "twilioEmptyPages" } } });
  expect(calls).toBeLessThan(2 * mostFruitless);
});

test("a page of the screen is slowed down by the same count", async () => {
  const waits: number[] = [];
  const clock = jumpingClock();
  const { upstream, proxy } = await setUp({
    clock: {
      now: clock.now,
      after(ms, call) {
        waits.push(ms);
        return clock.after(ms, call);
      },
    },
  });
  let calls = 0;
  upstream.reply((response, received) => {
    calls += 1;
    return page([], `t${calls}`)(response, received);
  });
  for (let asked = 0; asked < 13; asked += 1) await fetch(`${proxy.url}/api/query?pageToken=t${asked}`);
  expect(waits).toEqual([50, 100]);
});

test("a page that names itself as the next one is the last", async () => {
  const vain = fruitlessPages(jumpingClock());
  const read = (nextToken: string) => () => Promise.resolve({ rows: [], nextToken, previousToken: undefined });
  const { signal } = new AbortController();
  expect(await vain.read("end", signal, read("end"))).toMatchObject({ nextToken: undefined, asDocumented: false });
  expect(await vain.read(undefined, signal, read("end"))).toMatchObject({ nextToken: "end" });
});
