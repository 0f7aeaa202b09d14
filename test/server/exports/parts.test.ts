import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { long } from "../../support/long.ts";
import { type Habits, startCountingUpstream } from "../../support/servers/counting-upstream.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { post } from "../setup.ts";
import { all, ended, exported, ids, keys, order } from "./counted-export.ts";
import { begin, dataFolder, statusOf } from "./support.ts";

/** Off by a little where there are many, as ClickHouse's `uniq` is. */
const estimate: Habits["count"] = (counted) => (counted < 250 ? counted : counted + (counted % 2 === 0 ? 1 : -1));

test.each([
  [318, 319, 3],
  [317, 316, 3],
  [960, 961, 8],
])(
  "all of %i conversations that Twilio counts as %i are unverified, as %i parts show",
  async (count, counted, parts) => {
    const done = await exported(count, { count: estimate });
    expect(done.rows).toEqual(all(count));
    expect(done.manifest).toMatchObject({
      state: "doubtful",
      complete: false,
      check: { verdict: "near", found: count, counted, parts },
    });
    expect(done.status.fileName).toContain(`unverified-${count}-counted-${counted}.csv`);
    expect(done.manifest.notes.map(({ text }) => text)).toEqual([
      `The file has ${count} conversations; Twilio counts ${counted}. Asked for ${parts} parts of the time range one by one, Twilio counts exactly what the file has, so its count of the whole range is an estimate.`,
    ]);
    expect(done.manifest.calls).toBeLessThanOrEqual(12 + 2 * parts);
  },
);

test("a server that follows knows it as well, and Resume finds it out again", async () => {
  const upstream = await startCountingUpstream(318, { count: estimate });
  onTestFinished(() => upstream.close());
  const folder = dataFolder();
  const first = await startProxy(upstream.url, { dataFolder: folder });
  const id = await begin(first.url, order);
  await ended(first.url, folder, id);
  await first.close();
  const next = await startProxy(upstream.url, { dataFolder: folder });
  onTestFinished(() => next.close());
  const { fileName, check } = await statusOf(next.url, id);
  expect(fileName).toContain("unverified-318-counted-319");
  expect(check).toMatchObject({ verdict: "near", parts: 3 });
  expect((await post(`${next.url}/api/exports/${id}/resume`, {})).status).toBe(200);
  expect((await ended(next.url, folder, id)).manifest.check).toMatchObject({ verdict: "near", parts: 3 });
  upstream.conversations.splice(100, 1);
  expect((await post(`${next.url}/api/exports/${id}/resume`, {})).status).toBe(200);
  // One that the file has is gone: its parts are not as they were.
  const again = await ended(next.url, folder, id);
  expect(again.manifest.check).toMatchObject({ verdict: "over", found: 318, counted: 316 });
  expect(again.manifest.check).not.toHaveProperty("parts");
});

test("a conversation that Twilio counts and never lists makes a partial file", async () => {
  const lists: Habits["lists"] = (rows) => rows.filter(({ Id }) => Id !== "conv_000100");
  const done = await exported(318, { lists });
  expect(done.manifest).toMatchObject({ state: "doubtful", check: { verdict: "short", found: 317, counted: 318 } });
  expect(done.status.fileName).toContain("partial-317-of-318");
  expect(keys(done)).toEqual(["checkShort"]);
});

test("a row that is lost at the same place of every list comes with a part of them", async () => {
  const done = await exported(318, { lists: (rows) => rows.filter((_, place) => place !== 200) });
  expect(ids(done.rows).sort()).toEqual(ids(all(318)));
  expect(done.manifest).toMatchObject({ state: "complete", check: { verdict: "agrees", found: 318 } });
  expect(keys(done)).toEqual(["noteFilled"]);
});

test("where rows have no time, or parts are refused, a file stays partial", async () => {
  const { time: _, ...timeless } = order.check ?? expect.fail("no figures");
  const done = await exported(318, { count: estimate }, { ...order, check: timeless });
  expect(done.manifest).toMatchObject({ check: { verdict: "short", found: 318, counted: 319 } });
  // Counts of a part of the window, however its beginning is spelled.
  const refuses: Habits["refuses"] = ({ query: { measures, filters = [] } }) =>
    measures !== undefined &&
    filters
      .flatMap(({ expressions }) => expressions)
      .some(({ op, values: [from = ""] = [] }) => op === "GT" && !(Date.parse(from) < Date.parse("2026-11-22T11:00Z")));
  const refused = await exported(318, { count: estimate, refuses });
  expect(refused.manifest).toMatchObject({ check: { verdict: "short", found: 318, counted: 319 } });
});

test("rows that an account cuts off are asked for before its count is doubted", async () => {
  const done = await exported(318, { count: estimate, cap: 100 });
  expect(done.rows).toEqual(all(318));
  expect(done.manifest.check).toMatchObject({ verdict: "near", found: 318, counted: 319 });
  // Without an order nothing leads behind the cap.
  const cut = await exported(318, { cap: 315, orders: 0, shuffles: true });
  expect(cut.manifest.check?.verdict).toBe(cut.manifest.check?.found === 318 ? "agrees" : "short");
});

test("whatever an account loses, a file that lacks conversations is called partial", async () => {
  const losses = fc.record({
    count: fc.integer({ min: 60, max: 420 }),
    cap: fc.option(fc.integer({ min: 50, max: 420 }), { nil: undefined }),
    orders: fc.constantFrom(undefined, 0, 1),
    loses: fc.constantFrom<"one" | "place" | "last" | "first" | "none">("one", "place", "last", "first", "none"),
    at: fc.nat(420),
  });
  const keeps = { one: 0, place: 0, last: 0, first: 0, none: 0 };
  const property = fc.asyncProperty(losses, async ({ count, cap, orders, loses, at }) => {
    keeps[loses] += 1;
    const lists: Habits["lists"] = (rows) =>
      rows.filter(({ Id }, place) => {
        if (loses === "one") return Id !== all(count)[at % count]?.Id;
        if (loses === "place") return place !== at;
        if (loses === "last") return rows.length < 2 || place < rows.length - 1;
        return loses === "none" || rows.length < 2 || place > 0;
      });
    const habits: Habits = { lists, ...(cap ? { cap } : {}), ...(orders === undefined ? {} : { orders }) };
    const { rows, manifest, status } = await exported(count, habits);
    expect(manifest.check?.found).toBe(new Set(ids(rows)).size);
    if (manifest.check?.found === count) expect(manifest.state).toBe("complete");
    else expect(status.fileName).toContain(`partial-${manifest.check?.found}-of-${count}`);
  });
  await fc.assert(property, { numRuns: long(8, 25), seed: 5 });
  expect(Object.values(keeps).every((times) => times > 0)).toBe(true);
});
