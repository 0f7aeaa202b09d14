import { join } from "node:path";
import readWorkbook from "read-excel-file/node";
import { expect, onTestFinished, test } from "vitest";
import { exportFormats } from "../../../contract/formats.ts";
import { verifyExport } from "../../../server/exports/verify.ts";
import {
  type Conversation,
  conversation,
  type Habits,
  startCountingUpstream,
} from "../../support/servers/counting-upstream.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { post } from "../setup.ts";
import { all, type Done, ended, exported, ids, keys, order, window } from "./counted-export.ts";
import { begin, dataFolder, onDisk, stage } from "./support.ts";

const expectWhole = (done: Done, count: number) => {
  expect(done.rows).toEqual(all(count));
  expect(done.manifest).toMatchObject({
    state: "complete",
    complete: true,
    check: { verdict: "agrees", found: count },
  });
  expect(done.status.fileName).toMatch(/^Figures_.*UTC\.csv$/);
};

test("as many conversations as Twilio counts are a complete file, for one call more", async () => {
  const done = await exported(700, {});
  expectWhole(done, 700);
  expect(done.manifest.check).toMatchObject({ countedBefore: 700, counted: 700, leftOut: 0 });
  expect(done.manifest.calls).toBe(2);
  expect(keys(done)).toEqual([]);
});

test.each([10, 100, 1000])(
  "rows that are capped at %i without a word are asked for from the last one's time on",
  async (cap) => {
    const count = cap === 1000 ? 3200 : 12 * cap;
    const done = await exported(count, { cap });
    expectWhole(done, count);
    expect(keys(done)).toEqual(["noteWentOn"]);
  },
);

test("more of one moment than the cap: both ends of it come, and what is behind it", async () => {
  const sameMoment = (conversations: Conversation[]) => {
    for (const one of conversations.slice(50, 65)) one.DateCreated = "2026-11-22T11:59:00.000Z";
    for (const one of conversations.slice(65)) one.DateCreated = "2026-11-22T11:58:00.000Z";
  };
  const upstream = await startCountingUpstream(70, { cap: 10 });
  onTestFinished(() => upstream.close());
  sameMoment(upstream.conversations);
  const folder = dataFolder();
  const proxy = await startProxy(upstream.url, { dataFolder: folder });
  onTestFinished(() => proxy.close());
  const done = await ended(proxy.url, folder, await begin(proxy.url, order));
  expect(ids(done.rows).sort()).toEqual(ids(upstream.conversations));
  expect(done.manifest.state).toBe("complete");
});

test("an end that nothing gets behind makes a partial file with both numbers, in every format's name", async () => {
  const done = await exported(1200, { count: () => 3000 });
  const { manifest, status, url, id, folder } = done;
  expect(manifest).toMatchObject({
    state: "doubtful",
    complete: false,
    check: { verdict: "short", found: 1200, counted: 3000 },
  });
  expect(status.notes.map(({ text }) => text)).toEqual([
    "The file has 1,200 of the 3,000 conversations that Twilio counts. Twilio sends no more; a narrower time range may bring the rest.",
  ]);
  for (const format of exportFormats) {
    const file = await fetch(`${url}/api/exports/${id}/file?format=${format}`);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toContain(`_partial-1200-of-3000.${format}`);
    await file.arrayBuffer();
  }
  const workbook = await fetch(`${url}/api/exports/${id}/file?format=xlsx`);
  const view = (await readWorkbook(Buffer.from(await workbook.arrayBuffer()), { trim: false }))[1]?.data ?? [];
  expect(Object.fromEntries(view.map(([name, value]) => [String(name), String(value)]))).toMatchObject({
    Complete: "no: 1200 of the 3000 conversations that Twilio counts",
    Checked: "1200 conversations; Twilio counts 3000",
  });
  expect((await fetch(`${url}/api/exports/${id}/file?wait=1`)).status).toBe(409);
  expect((await verifyExport(join(folder, "exports", id))).faults).toEqual([]);
});

test("what was short can be checked again, and what comes then makes it complete", async () => {
  const done = await exported(1200, { count: () => 3000 });
  expect(done.status.state).toBe("doubtful");
  done.upstream.conversations.push(...all(3000).slice(1200));
  expect((await post(`${done.url}/api/exports/${done.id}/resume`, {})).status).toBe(200);
  expectWhole(await ended(done.url, done.folder, done.id), 3000);
});

test("another order than the time's: the rest is asked for by time and stands at the end", async () => {
  const orderBy = [{ field: "Language", direction: "ASC" as const }];
  const done = await exported(
    2600,
    { cap: 1000 },
    { ...order, request: { ...order.request, query: { ...order.request.query, orderBy } } },
  );
  expect(done.manifest).toMatchObject({ state: "complete", check: { found: 2600 } });
  expect(ids(done.rows).sort()).toEqual(ids(all(2600)));
  expect(keys(done)).toEqual(["noteWentOnBehind"]);
});

test("conversations whose list is empty vanish where lists are taken apart, and are asked for again", async () => {
  const done = await exported(1500, { explodes: true });
  expect(done.manifest).toMatchObject({ state: "complete", check: { verdict: "agrees", found: 1500, counted: 1500 } });
  const last = done.rows.filter(({ Channels }) => Channels === undefined);
  expect(last).toEqual(
    all(1500)
      .filter(({ Channels }) => Channels.length === 0)
      .map(({ Id, DateCreated, Language }) => ({ Id, DateCreated, ...(Language ? { Language } : {}) })),
  );
  expect(done.rows.filter(({ Channels }) => Channels !== undefined)).toHaveLength(375 * 4);
  expect(done.manifest.notes.find(({ key }) => key === "noteFilled")?.text).toMatch(
    /^Twilio left 375 conversations out/,
  );
});

test("a filter that counts its ends in: what is outside the window is left out and said", async () => {
  const to = "2026-11-22T11:59:00.000Z";
  const query = structuredClone(order.request.query);
  query.filters?.[0]?.expressions.splice(1, 1, { op: "LT", field: "DateCreated", values: [to] });
  const check = { count: "Count", id: "Id", time: { field: "DateCreated", from: window.from, to } };
  const done = await exported(900, { countsEnds: true }, { ...order, request: { ...order.request, query }, check });
  const within = all(900).filter(({ DateCreated }) => Date.parse(DateCreated) < Date.parse(to));
  expect(done.rows).toEqual(within);
  expect(done.manifest).toMatchObject({ state: "complete", check: { verdict: "agrees", leftOut: 3, astray: 0 } });
  expect(keys(done)).toEqual(["checkLeftOut"]);
});

test("a window that was understood in another zone is never called complete", async () => {
  const to = "2026-11-22T11:59:00.000Z";
  const query = structuredClone(order.request.query);
  query.filters?.[0]?.expressions.splice(1, 1, { op: "LT", field: "DateCreated", values: [to] });
  const check = { count: "Count", id: "Id", time: { field: "DateCreated", from: window.from, to } };
  // A wider window has no count. One that is refused is no hindrance: the account's window is then cut by Earshot.
  const count: Habits["count"] = (counted, asked) => (asked > 1 ? undefined : counted);
  const done = await exported(900, { zoneHours: 1, count }, { ...order, request: { ...order.request, query }, check });
  expect(done.manifest).toMatchObject({ state: "doubtful", complete: false, check: { leftOut: 183, astray: 177 } });
  expect(done.status.fileName).toContain("unverified-717-counted-900");
  expect(keys(done)).toContain("checkAstray");
});

test("a window that was understood as another one is asked for with a day more on each side", async () => {
  const [from, to] = ["2026-11-22T11:56:00.000Z", "2026-11-22T11:58:00.000Z"];
  const query = structuredClone(order.request.query);
  const expressions = [
    { op: "GT" as const, field: "DateCreated", values: ["2026-11-22T11:55:59.999Z"] },
    { op: "LT" as const, field: "DateCreated", values: [to] },
  ];
  query.filters = [{ op: "AND", expressions }];
  const check = { count: "Count", id: "Id", time: { field: "DateCreated", from, to } };
  const body = { ...order, request: { ...order.request, query }, check };
  const done = await exported(900, { zoneHours: 1 / 60, cap: 250 }, body);
  const within = all(900).filter(
    ({ DateCreated: at }) => Date.parse(at) >= Date.parse(from) && Date.parse(at) < Date.parse(to),
  );
  expect(within).toHaveLength(360);
  expect(ids(done.rows).sort()).toEqual(ids(within));
  expect(done.manifest).toMatchObject({ state: "complete", check: { verdict: "agrees", found: 360, astray: 0 } });
  expect(keys(done)).toContain("noteWider");
});

test("ties that change places between pages lose nothing, even where the order is not kept", async () => {
  const orderBy = [{ field: "Language", direction: "ASC" as const }];
  const request = { ...order.request, query: { ...order.request.query, orderBy } };
  const total = await exported(2600, { shuffles: true }, { ...order, request });
  expect(total.manifest).toMatchObject({ state: "complete", checkpoint: { repeats: 0, rows: 2600 } });
  const lax = await exported(2600, { shuffles: true, orders: 1 }, { ...order, request });
  expect(lax.manifest).toMatchObject({ state: "complete", check: { verdict: "agrees", found: 2600 } });
  expect(lax.manifest.checkpoint.repeats).toBeGreaterThan(0);
  expect(ids(lax.rows).sort()).toEqual(ids(all(2600)));
});

test("a count that is an estimate makes an unverified file with both numbers", async () => {
  const done = await exported(2000, { count: (counted) => counted - 7 });
  expect(done.manifest).toMatchObject({ state: "doubtful", check: { verdict: "near", found: 2000, counted: 1993 } });
  expect(done.status.fileName).toContain("unverified-2000-counted-1993.csv");
  expect((await fetch(`${done.url}/api/exports/${done.id}/file?wait=1`)).status).toBe(200);
});

test("behind a cap, everything is read to its end also where the count is an estimate that is too low", async () => {
  const done = await exported(1300, { cap: 500, count: (counted) => counted - 9 });
  expect(done.rows).toEqual(all(1300));
  expect(done.manifest).toMatchObject({ state: "doubtful", check: { verdict: "near", found: 1300, counted: 1291 } });
});

test("a count that moved while the rows were read is said, and agrees with what came", async () => {
  const done = await exported(500, { count: (counted, asked) => (asked === 1 ? counted - 2 : counted) });
  expectWhole(done, 500);
  expect(done.manifest.notes.map(({ text }) => text)).toEqual([
    "Twilio’s count changed from 498 to 500 while the rows were read.",
  ]);
});

test("an account that gives no count has its rows, and the file says that it was not checked", async () => {
  const refuses: Habits["refuses"] = ({ query }) => query.measures !== undefined;
  const done = await exported(30, { refuses });
  expect(done.manifest).toMatchObject({ state: "complete", check: { verdict: "unchecked", found: 30 } });
  expect(keys(done)).toEqual(["checkNoneBecause"]);
  const empty = await exported(30, { count: () => undefined });
  expect(keys(empty)).toEqual(["checkNone"]);
});

test("a row with the id of an earlier one and other cells has everything read again", async () => {
  let changes = 1;
  const onPage: Habits["onPage"] = (conversations) => {
    if (changes === 0) return;
    changes -= 1;
    // A new one shifts the pages by one row, and the row at their edge has changed.
    const edge = conversations[999];
    if (edge) edge.Language = "es";
    conversations.unshift({ ...conversation(0), Id: "conv_new" });
  };
  const done = await exported(1500, { onPage });
  expect(done.manifest).toMatchObject({ state: "complete", check: { restarted: true, clashes: 0, found: 1501 } });
  expect(ids(done.rows).sort()).toEqual(ids(done.upstream.conversations).sort());
  expect(keys(done)).toContain("noteShifted");
});

test("few conversations of an account have several rows: they are no alarm", async () => {
  const upstream = await startCountingUpstream(2600, { explodes: true });
  onTestFinished(() => upstream.close());
  for (const [index, one] of upstream.conversations.entries())
    one.Channels = index % 1300 === 1250 ? ["a", "b"] : ["a"];
  const folder = dataFolder();
  const proxy = await startProxy(upstream.url, { dataFolder: folder });
  onTestFinished(() => proxy.close());
  const done = await ended(proxy.url, folder, await begin(proxy.url, order));
  expect(done.manifest).toMatchObject({ state: "complete", check: { restarted: false, found: 2600, clashes: 0 } });
  expect(done.rows).toHaveLength(2602);
  expect(upstream.asked).toHaveLength(3);
});

test("a server that ends while the rest is asked for is followed by one that has it all, each once", async () => {
  let release = () => {};
  let tellHeld = () => {};
  const isHeld = new Promise<void>((resolve) => {
    tellHeld = resolve;
  });
  const answer = new Promise<void>((resolve) => {
    release = resolve;
  });
  const hold = (asked: number) => {
    if (asked !== 7) return undefined;
    tellHeld();
    return answer;
  };
  const upstream = await startCountingUpstream(2500, { cap: 300, hold });
  onTestFinished(() => upstream.close());
  const folder = dataFolder();
  const first = await startProxy(upstream.url, { dataFolder: folder });
  const id = await begin(first.url, order);
  await isHeld;
  await first.close();
  release();
  const { manifest } = await onDisk(folder, id);
  expect(manifest).toMatchObject({ state: "running", checkpoint: { nextToken: null } });
  expect(manifest.checkpoint.rows).toBeGreaterThan(300);
  const next = await startProxy(upstream.url, { dataFolder: folder });
  onTestFinished(() => next.close());
  expectWhole(await ended(next.url, folder, id), 2500);
});

test("where pages shift each time, the first of two rows stays and the file is unverified", async () => {
  const onPage: Habits["onPage"] = (conversations) => {
    const edge = conversations[999];
    if (edge) edge.Language += "x";
    conversations.unshift({ ...conversation(0), Id: `conv_0000_${conversations.length}` });
  };
  const done = await exported(1500, { onPage });
  expect(done.manifest).toMatchObject({ state: "doubtful", complete: false, check: { restarted: true, clashes: 1 } });
  expect(new Set(ids(done.rows)).size).toBe(done.rows.length);
  expect(done.status.fileName).toContain("unverified");
});

test("where jobs are to be had, what shifted is read again from one", async () => {
  let isStill = false;
  const row = (index: number) =>
    index === 1000 ? `{"Id":"conv_999","Value":"changed"}` : `{"Id":"conv_${index}","Value":"${index}"}`;
  const set = await stage({
    rows: 1500,
    row: (index) => (!isStill ? row(index) : `{"Id":"conv_${index}","Value":"${index}"}`),
  });
  set.upstream.trouble((asked, response) => {
    if (asked.kind === "submit") isStill = true;
    if (!asked.body.includes('"IN"')) return undefined;
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"items":[{"Id":"conv_999","Value":"changed"}],"meta":{"key":"items","nextToken":null}}');
    return "handled";
  });
  const request = { query: { dimensions: ["Id", "Value"], orderBy: [{ field: "Id" }] } };
  const columns = [{ field: "Id", header: "ID" }];
  const id = await begin(set.proxy.url, { request, columns, check: { count: "Count", id: "Id" } });
  await (await fetch(`${set.proxy.url}/api/exports/${id}/file?format=ndjson&wait=1`)).arrayBuffer();
  const { rows, manifest } = await onDisk(set.folder, id);
  expect(rows).toBe(set.upstream.spool());
  expect(manifest).toMatchObject({
    state: "complete",
    source: { kind: "job" },
    check: { restarted: true, clashes: 0 },
  });
});
