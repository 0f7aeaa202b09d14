import { expect, test } from "vitest";
import { type Clock, sleep } from "../../../server/clock.ts";
import { jumpingClock } from "../../support/jumping-clock.ts";
import type { Trouble } from "../../support/servers/paged-upstream.ts";
import { post } from "../setup.ts";
import { begin, ended, onDisk, order, sha256, stage } from "./support.ts";

/** What a person's query has and no export's. */
const click = '["Id"]';

/** Five calls in each two seconds, as the account counts them: every call, whoever makes it. */
function limitOf(clock: Clock, calls: number, seconds: number): { trouble: Trouble; refused: string[] } {
  const refused: string[] = [];
  let windowEnds = 0;
  let used = 0;
  const trouble: Trouble = ({ url, body }, response) => {
    const now = clock.now();
    if (now >= windowEnds) {
      windowEnds = now + seconds * 1000;
      used = 0;
    }
    used += 1;
    if (used <= calls) return undefined;
    refused.push(body.includes(click) ? "person" : url);
    const reset = String(Math.max(1, Math.ceil((windowEnds - now) / 1000)));
    const headers = { "x-ratelimit-limit": String(calls), "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
    response.writeHead(429, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ code: 20429, message: "Too many requests", httpStatusCode: 429 }));
    return "handled";
  };
  return { trouble, refused };
}

// Time moves from wait to wait, so neither a slow nor a fast machine changes who asks when.
test("under a rate limit a person's clicks go first, and both exports finish with every row", async () => {
  const clock = jumpingClock(10);
  const { trouble, refused } = limitOf(clock, 5, 2);
  const set = await stage({ rows: 4500, trouble }, { clock });
  const ids = [await begin(set.proxy.url), await begin(set.proxy.url, { ...order, name: "other" })];
  await set.upstream.arrived(6);
  const clicks: number[] = [];
  const both = Promise.all(ids.map((id) => ended(set.proxy.url, id)));
  let over = false;
  void both.finally(() => {
    over = true;
  });
  while (!over) {
    const response = await post(`${set.proxy.url}/api/query?pageSize=10`, { query: { dimensions: ["Id"] } });
    clicks.push(response.status);
    const { retryAfter } = response.status === 429 ? await response.json() : { retryAfter: 0.9 };
    await sleep(clock, retryAfter * 1000, new AbortController().signal);
  }
  const statuses = await both;
  expect(statuses.map(({ state, rows }) => [state, rows])).toEqual([
    ["complete", 4500],
    ["complete", 4500],
  ]);
  for (const id of ids) expect(sha256((await onDisk(set.folder, id)).rows)).toBe(sha256(set.upstream.spool()));
  expect(clicks.length).toBeGreaterThan(3);
  // The account's first refusals teach the limit; after them the window has room for the person.
  expect(clicks.filter((status) => status !== 200).length).toBeLessThan(2);
  expect(refused.length).toBeLessThan(12);
});
