import { expect, test } from "vitest";
import { type ExportStatus, exportListSchema } from "../../../contract/export-status.ts";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import { refuse, type Trouble } from "../../support/servers/paged-upstream.ts";
import { begin, ended, onDisk, type Stage, sha256, stage } from "./support.ts";

type Asked = Parameters<Trouble>[0];
type Answer = Parameters<Trouble>[1];

const texts = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text);
const instead = "The query’s pages were read instead.";

function json(response: Answer, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Answers all calls of a kind in its own way, but those that it passes on; the rest is the upstream's. */
function on(kind: Asked["kind"], act: (response: Answer, count: number) => unknown): Trouble {
  let count = 0;
  return (asked, response) => {
    if (asked.kind !== kind) return undefined;
    count += 1;
    return act(response, count) === "pass" ? undefined : "handled";
  };
}

async function expectWhole({ upstream, folder }: Stage, id: string): Promise<void> {
  const { rows, manifest } = await onDisk(folder, id);
  expect(sha256(rows)).toBe(sha256(upstream.spool()));
  expect(manifest).toMatchObject({ state: "complete", complete: true });
}

async function exported(rows: number, trouble: Trouble) {
  const set = await stage({ rows, trouble });
  const id = await begin(set.proxy.url);
  const status = await ended(set.proxy.url, id);
  const count = (kind: Asked["kind"]) => set.upstream.asked.filter((one) => one.kind === kind).length;
  return { set, id, status, count };
}

test.each([400, 402, 403, 404, 405, 409, 410, 415, 422, 500, 501, 503, 504])(
  "a job refused with %i is said, and the query's pages are read",
  async (code) => {
    const { set, id, status, count } = await exported(
      3500,
      on("submit", (response) => refuse(response, code, "No jobs here")),
    );
    expect(status.source.kind).toBe("query");
    expect(texts(status.notes)).toEqual([`Twilio rejected a snapshot (${code}). ${instead}`]);
    expect(status.source.why.text).toBe(`Twilio rejected a snapshot (${code}). ${instead}`);
    await expectWhole(set, id);
    // What was read before is not read again.
    expect(count("query")).toBe(4);
  },
);

test("a job that is answered with a page of HTML is said, too", async () => {
  const html = on("submit", (response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<p>Welcome</p>");
  });
  const { set, id, status } = await exported(3500, html);
  expect(texts(status.notes)[0]).toMatch(/^Twilio’s snapshot couldn’t be requested: .*text\/html.* The query’s pages/);
  await expectWhole(set, id);
});

test("wrong credentials are not taken for a refused job", async () => {
  const { status } = await exported(
    3500,
    on("submit", (response) => refuse(response, 401, "Authenticate")),
  );
  expect(status).toMatchObject({ state: "failed", failure: { advice: { key: "adviceCredentials" } } });
});

test.each<[string, Record<string, unknown>, string]>([
  ["FAILED", { status: "FAILED", error: { code: 1, message: "Too much" } }, "It said: “Too much”"],
  ["failed, in another case", { status: "Failed" }, "status: FAILED"],
  ["CANCELLED", { status: "CANCELLED" }, "status: CANCELLED"],
  ["canceled as others spell it", { status: "canceled" }, "status: CANCELED"],
  ["a state of its own, with an error", { status: "ABORTED", error: "Too much" }, "It said: “Too much”"],
  ["nothing but an error", { operationId: "a", error: { message: "Too much" } }, "Too much"],
])("a job that ends with %s is said, and the query's pages are read", async (_, body, said) => {
  const { set, id, status } = await exported(
    3500,
    on("job", (response) => json(response, body)),
  );
  expect(texts(status.notes)).toHaveLength(1);
  expect(texts(status.notes)[0]).toContain(said);
  expect(status.source.kind).toBe("query");
  await expectWhole(set, id);
});

test.each<[string, Record<string, unknown>]>([
  ["in another case", { status: "completed" }],
  ["without any other key", { status: "COMPLETED" }],
  ["in a word of its own, with a time of its end", { status: "DONE", completedAt: "2026-11-22T12:00:00Z" }],
  ["without a word, with a time of its end", { completedAt: "2026-11-22T12:00:00Z" }],
])("a job that is finished %s gives the rows", async (_, body) => {
  const states = on("job", (response, count) => json(response, count === 1 ? { status: "Queued" } : body));
  const { set, id, status } = await exported(3500, states);
  expect(status.source.kind).toBe("job");
  expect(status.notes).toEqual([]);
  await expectWhole(set, id);
});

test.each<[word: string, minutes: number]>([
  ["RUNNING", 10],
  ["BREWING", 10],
  ["QUEUED", 10],
  ["", 10],
  // It has done nothing that would be lost.
  ["PENDING", 2],
])("a job that stays %s is given up after %i minutes", async (word, minutes) => {
  const { set, id, status, count } = await exported(
    3500,
    on("job", (response) => json(response, { status: word, createdAt: "now" }, 200, { "retry-after": "3600" })),
  );
  expect(texts(status.notes)).toEqual([`Twilio’s snapshot hadn’t finished after ${minutes} minutes. ${instead}`]);
  expect(status.source.why.text).toContain(`${minutes} minutes`);
  // An hour between two looks would be longer than anybody waits.
  expect(count("job")).toBeGreaterThanOrEqual(minutes);
  expect(count("job")).toBeLessThan(minutes + 4);
  await expectWhole(set, id);
});

test("a job that has not begun is waited for as long as any where its query is too slow to be answered at once", async () => {
  const slow = on("query", (response) => refuse(response, 504, "Late"));
  const open = on("job", (response, count) => (count < 40 ? json(response, { status: "PENDING" }) : "pass"));
  const { set, id, status } = await exported(1500, (asked, response) => slow(asked, response) ?? open(asked, response));
  expect(status.source.kind).toBe("job");
  await expectWhole(set, id);
});

test("while a job is waited for, it is said whether it has begun, and when pages are read instead", async () => {
  const seen: ExportStatus["activity"][] = [];
  let look: () => Promise<void> = async () => undefined;
  const words = ["PENDING", "PENDING", "RUNNING", "RUNNING"];
  const set = await stage({
    rows: 3500,
    trouble: on("job", (response, count) => {
      const status = words[count - 1];
      if (status === undefined) return "pass";
      return look().then(() => json(response, { status }));
    }),
  });
  look = async () => {
    const { items } = exportListSchema.parse(await (await fetch(`${set.proxy.url}/api/exports`)).json());
    seen.push(items[0]?.activity);
  };
  await expectWhole(set, await begin(set.proxy.url).then((id) => ended(set.proxy.url, id).then(() => id)));
  const job = (isWaiting: boolean) => ({ kind: "preparing", job: { isWaiting, insteadAt: expect.any(Number) } });
  // Before the first look nothing is known of it.
  expect(seen).toMatchObject([{ kind: "preparing" }, job(true), job(true), job(false)]);
  expect(seen[0]).not.toHaveProperty("job");
});

test("a job whose states change for ever is given up after half an hour", async () => {
  const { status } = await exported(
    3500,
    on("job", (response, count) => json(response, { status: `STEP ${count}` }, 200, { "retry-after": "60" })),
  );
  expect(texts(status.notes)).toEqual([`Twilio’s snapshot hadn’t finished after 30 minutes. ${instead}`]);
});

test("results that are gone are asked for with one new job", async () => {
  const { set, id, status, count } = await exported(
    3500,
    on("results", (response, time) => (time === 1 ? refuse(response, 404, "Gone") : "pass")),
  );
  expect(count("submit")).toBe(2);
  expect(status.source.kind).toBe("job");
  await expectWhole(set, id);
});

test.each<["job" | "results"]>([["job"], ["results"]])(
  "a %s that is always gone is said, and the query's pages are read",
  async (kind) => {
    const { set, id, status, count } = await exported(
      3500,
      on(kind, (response) => refuse(response, 404, "Gone")),
    );
    expect(count("submit")).toBe(2);
    expect(texts(status.notes)).toEqual([`Twilio no longer has the snapshot. ${instead}`]);
    await expectWhole(set, id);
  },
);

const late: [string, (response: Answer) => void][] = [
  ["504", (response) => refuse(response, 504, "Query execution timeout exceeded")],
  [
    "a 400 of the database's timeout",
    (response) => refuse(response, 400, "Code: 159. DB::Exception: TIMEOUT_EXCEEDED"),
  ],
  ["Continue wait", (response) => json(response, { error: "Continue wait" })],
];

test.each(late)("a query that is answered with %s at first becomes a job at once, which is said", async (_, answer) => {
  const { set, id, status, count } = await exported(
    1500,
    on("query", (response) => answer(response)),
  );
  expect(count("query")).toBeLessThan(3);
  expect(status.source).toMatchObject({ kind: "job", why: { key: "sourceJobSlowQuery" } });
  expect(texts(status.notes)).toEqual(["The query took too long to respond at once, so Earshot requested a snapshot."]);
  await expectWhole(set, id);
});

test("a query that is never answered becomes a job after one more try", async () => {
  const set = await stage({ rows: 1500, trouble: on("query", () => undefined) }, { upstreamTimeoutMs: 300 });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", source: { kind: "job" } });
  expect(set.upstream.asked.filter(({ kind }) => kind === "query")).toHaveLength(2);
  await expectWhole(set, id);
});

test("a query that takes too long where there are no jobs fails with an advice that can help", async () => {
  const set = await stage({
    rows: 1500,
    jobs: false,
    trouble: on("query", (response) => refuse(response, 504, "Late")),
  });
  const id = await begin(set.proxy.url);
  const status = await ended(set.proxy.url, id);
  expect(status).toMatchObject({ state: "failed", failure: { advice: { key: "adviceSmaller" } } });
  expect(set.upstream.asked.filter(({ kind }) => kind === "query")).toHaveLength(4);
});
