import { expect, test } from "vitest";
import { emptyPages, mostEmpty } from "../../../server/twilio/empty-pages.ts";
import { jumpingClock } from "../../support/jumping-clock.ts";
import { page } from "../../support/servers/replies.ts";
import { begin, ended } from "../exports/support.ts";
import { setUp } from "../setup.ts";

/** Follows empty pages that each name another one, by a clock that is at once where it is wanted. */
function followed() {
  const waits: number[] = [];
  const clock = {
    now: () => 0,
    after(ms: number, call: () => void) {
      waits.push(ms);
      queueMicrotask(call);
      return () => undefined;
    },
  };
  const empties = emptyPages(clock);
  const { signal } = new AbortController();
  let calls = 0;
  /** Follows tokens until one is refused, or so often; the token that it stands at then. */
  async function follow(token: string | undefined, times: number, rows: Buffer[] = []): Promise<string | undefined> {
    let at = token;
    for (let count = 0; count < times; count += 1) {
      const read = () => {
        calls += 1;
        return Promise.resolve({ rows, nextToken: `t${calls}`, previousToken: undefined });
      };
      try {
        at = (await empties.read(at, signal, read)).nextToken;
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
  expect(calls()).toBe(mostEmpty);
  expect(waits[0]).toBeGreaterThan(0);
  expect(waits.length).toBeGreaterThanOrEqual(mostEmpty - 12);
  expect(waits.every((ms, at) => ms >= (waits[at - 1] ?? 0))).toBe(true);
  // No less than minutes in all, no more than a second each.
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(4 * 60_000);
  expect(Math.max(...waits)).toBe(1000);
  // A person who asks again goes on from there, and is told again.
  await follow(last, 10_000);
  expect(calls()).toBe(2 * mostEmpty);
});

test("a page with rows begins anew, and so does another list", async () => {
  const { follow, waits } = followed();
  const token = await follow(undefined, 10);
  await follow(await follow(token, 1, [Buffer.from("{}")]), 10);
  await follow(undefined, 10);
  expect(waits).toEqual([]);
});

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
  expect(calls).toBeLessThan(2 * mostEmpty);
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
