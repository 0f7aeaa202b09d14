import { expect, onTestFinished, test } from "vitest";
import { findingsSchema } from "../../../../contract/findings.ts";
import { type Page, pageSchema } from "../../../../contract/page.ts";
import { type FilterLeaf, insightsQueryRequestSchema } from "../../../../contract/query.ts";
import { wallClock } from "../../../../server/dialect/time/wall-clock.ts";
import { oneCube } from "../../../support/one-cube.ts";
import { startFakeUpstream } from "../../../support/servers/fake-upstream.ts";
import { startProxy } from "../../../support/servers/proxy.ts";
import { json, twilioError } from "../../../support/servers/replies.ts";

const metadata = oneCube();

const hour = 3_600_000;
const berlin = wallClock("Europe/Berlin");
/** What clocks in Berlin show, as if it were UTC, and back. */
const shown = (ms: number) => ms + (berlin?.offsetAt(ms).milliseconds ?? 0);
const newYork = wallClock("America/New_York");
const shownInNewYork = (ms: number) => ms + (newYork?.offsetAt(ms).milliseconds ?? 0);
const read = (wallMs: number) => berlin?.instantOf(wallMs) ?? 0;

/** A conversation every hour and a little more, in two weeks of the winter and two of the summer. */
const conversations = ["2026-07-06T00:00:00Z", "2026-11-09T00:00:00Z"].flatMap((start) =>
  Array.from({ length: 300 }, (_, place) => Date.parse(start) + place * (hour + 61_000) + ((place * 37) % 11) * 60_000),
);
const winter = { from: Date.parse("2026-11-10T00:00:00Z"), to: Date.parse("2026-11-13T00:00:00Z") };
const summer = { from: Date.parse("2026-07-07T00:00:00Z"), to: Date.parse("2026-07-10T00:00:00Z") };

type Spoken = {
  cell(ms: number): string;
  /** The instant that the value of a filter stands for. */
  filter?: (value: string) => number;
  /** Answers a call instead, by its number and how many hours its window has. */
  instead?: (call: number, hours: number) => ReturnType<typeof twilioError> | undefined;
  /** More are on further pages. */
  rowsPerPage?: number;
};

const iso = (ms: number) => new Date(ms).toISOString();
const plain = (ms: number) => iso(ms).slice(0, 19);

async function account({ cell, filter = Date.parse, instead, rowsPerPage = 1000 }: Spoken) {
  const upstream = await startFakeUpstream();
  const bounds: string[][] = [];
  const pageFrom = (place: number, from: number, to: number) => {
    const listed = conversations.filter((ms) => ms > from && ms < to).toReversed();
    const items = listed.slice(place, place + rowsPerPage).map((ms) => ({ Id: `c${ms}`, CreatedAt: cell(ms) }));
    const next = place + rowsPerPage;
    return json({ items, meta: next < listed.length ? { nextToken: `${next}_${from}_${to}` } : {} });
  };
  upstream.reply((response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    const [, token] = /pageToken=([\d_]+)/.exec(received.path) ?? [];
    if (token !== undefined) {
      const [place = 0, from = 0, to = 0] = token.split("_").map(Number);
      return pageFrom(place, from, to)(response, received);
    }
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    const leaves = (query.filters ?? []).flatMap(({ expressions }) => expressions);
    const boundOf = (op: FilterLeaf["op"]) => leaves.find((leaf) => leaf.op === op)?.values?.[0] ?? "";
    bounds.push([boundOf("GT"), boundOf("LT")]);
    const [from, to] = [filter(boundOf("GT")), filter(boundOf("LT"))];
    const other = instead?.(bounds.length, (to - from) / hour);
    if (other) return other(response, received);
    return pageFrom(0, from, to)(response, received);
  });
  const proxy = await startProxy(upstream.url);
  onTestFinished(async () => {
    await proxy.close();
    await upstream.close();
  });
  await fetch(`${proxy.url}/api/metadata`);

  async function list({ from, to }: typeof winter): Promise<Page> {
    const expressions = [
      { op: "GT", field: "CreatedAt", values: [iso(from - 1)] },
      { op: "LT", field: "CreatedAt", values: [iso(to)] },
    ];
    const orderBy = [{ field: "CreatedAt", direction: "DESC" }];
    const query = { dimensions: ["Id", "CreatedAt"], filters: [{ op: "AND", expressions }], orderBy };
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ properties: { timezone: "UTC" }, query });
    const answer = await fetch(`${proxy.url}/api/query?pageSize=100`, { method: "POST", headers, body });
    return pageSchema.parse(await answer.json());
  }
  return {
    list,
    bounds,
    async next(token: string): Promise<{ status: number; page: Page | undefined }> {
      const answer = await fetch(`${proxy.url}/api/query?pageToken=${encodeURIComponent(token)}`);
      return { status: answer.status, page: answer.ok ? pageSchema.parse(await answer.json()) : undefined };
    },
    /** The times of a list that are not those of its conversations. */
    async wrong(window: typeof winter) {
      const { items, earshot } = await list(window);
      const due = conversations.filter((ms) => ms >= window.from && ms < window.to).length;
      const off = items.filter(({ Id, CreatedAt }) => `c${Date.parse(String(CreatedAt))}` !== Id).length;
      return { off, missing: due - items.length, notes: (earshot?.notes ?? []).map(({ key }) => key) };
    },
    async findings() {
      const answer = await fetch(`${proxy.url}/api/findings`);
      const { items } = findingsSchema.parse(await answer.json());
      return items.flatMap(({ kind, value, how }) => (kind.endsWith("-zone") ? [`${kind} ${value} ${how}`] : []));
    },
  };
}

const right = { off: 0, missing: 0, notes: [] };

test("cells with a Z cost no call", async () => {
  const { wrong, bounds, findings } = await account({ cell: iso });
  expect([await wrong(winter), await wrong(summer), bounds.length]).toEqual([right, right, 2]);
  expect(await findings()).toEqual([]);
});

test("cells without an offset that are in UTC cost one call in each half of the year, and then no more", async () => {
  const { wrong, bounds, findings } = await account({ cell: plain });
  expect([await wrong(winter), bounds.length]).toEqual([right, 2]);
  expect([await wrong(winter), bounds.length]).toEqual([right, 3]);
  expect([await wrong(summer), bounds.length]).toEqual([right, 5]);
  expect([await wrong(summer), await wrong(winter), bounds.length]).toEqual([right, right, 7]);
  expect(await findings()).toEqual(["own-zone UTC seen"]);
});

test("cells in the account's own clocks are read by them in both halves of the year, after six calls at most", async () => {
  const { wrong, bounds, findings } = await account({ cell: (ms) => plain(shown(ms)) });
  expect(await wrong(winter)).toEqual(right);
  expect(await findings()).toEqual(["own-zone Europe/Berlin guessed"]);
  expect(await wrong(summer)).toEqual(right);
  // Beside the six: each list, and the first once more.
  expect(bounds.length).toBeLessThanOrEqual(6 + 3);
  expect(await findings()).toEqual(["own-zone Europe/Berlin seen"]);
});

test("a Z that is false is found out where rows lie beside the window", async () => {
  const { wrong, findings } = await account({ cell: (ms) => iso(shown(ms)) });
  expect(await wrong(winter)).toEqual(right);
  expect(await findings()).toEqual([expect.stringMatching(/^own-zone Europe\/Berlin/)]);
});

test("clocks that show on a later page alone have the pages before it read again", async () => {
  const { list, next, findings } = await account({ cell: (ms) => iso(shownInNewYork(ms)), rowsPerPage: 30 });
  const first = await list(winter);
  expect([first.items.length, await findings()]).toEqual([30, []]);
  const second = await next(first.meta.nextToken ?? "");
  expect(second.status).toBe(200);
  expect((await next(second.page?.meta.nextToken ?? "")).status).toBe(410);
  expect(await findings()).toEqual([expect.stringMatching(/^own-zone America\/New_York/)]);
  const { items } = await list(winter);
  expect(items.map(({ CreatedAt }) => `c${Date.parse(String(CreatedAt))}`)).toEqual(items.map(({ Id }) => Id));
});

test("a filter that reads its values by the account's own clocks gets them so", async () => {
  const filter = (value: string) => read(Date.parse(value.replace(/Z$|[+-]\d\d:\d\d$/, "Z")));
  const { wrong, bounds, findings } = await account({ cell: iso, filter });
  expect(await wrong(winter)).toEqual(right);
  expect(bounds.at(-1)).toEqual([iso(shown(winter.from - 1)), iso(shown(winter.to))]);
  expect(await findings()).toEqual([expect.stringMatching(/^range-zone Europe\/Berlin/)]);
});

test("what no window bears out is said, and not asked again", async () => {
  const instead = (_: number, hours: number) => (hours < 48 ? json({ items: [], meta: {} }) : undefined);
  const { wrong, bounds, findings } = await account({ cell: plain, instead });
  expect(await wrong(winter)).toEqual({ off: 0, missing: 0, notes: ["dialectClocks"] });
  const { length } = bounds;
  await wrong(winter);
  expect([length <= 2 + 6, bounds.length]).toEqual([true, length + 1]);
  expect(await findings()).toEqual(["open-zone undefined seen"]);
});

test.each([401, 429, 503])("a %s in between teaches nothing, and the rows are there", async (status) => {
  const instead = (call: number) => (call === 2 ? twilioError(status, { code: 20001 }) : undefined);
  const { list, findings } = await account({ cell: (ms) => plain(shown(ms)), instead });
  expect((await list(winter)).items.length).toBeGreaterThan(0);
  expect(await findings()).toEqual([]);
});
