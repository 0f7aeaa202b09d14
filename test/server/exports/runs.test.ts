import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import { systemClock } from "../../../server/clock.ts";
import { refuse, type Trouble } from "../../support/servers/paged-upstream.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { post, problemOf } from "../setup.ts";
import { begin, dataFolder, ended, onDisk, order, type Stage, sha256, stage, statusOf } from "./support.ts";

const texts = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text);

/** The export's spool is every row, once, in order, and its manifest says so. */
async function expectWhole({ upstream, folder }: Stage, id: string): Promise<void> {
  const { rows, manifest } = await onDisk(folder, id);
  const spool = upstream.spool();
  expect(sha256(rows)).toBe(sha256(spool));
  expect(manifest).toMatchObject({ state: "complete", complete: true });
  const count = spool.split("\n").length - 1;
  expect(manifest.checkpoint).toMatchObject({ rows: count, nextToken: null, sha256: sha256(rows) });
  expect(manifest.checkpoint.bytes).toBe(Buffer.byteLength(rows));
}

function kinds({ upstream }: Stage): string[] {
  return upstream.asked.map(({ kind, token }) => (token ? `${kind}+` : kind));
}

test("a small result is taken from the query, without a job", async () => {
  const one = await stage({ rows: 700 });
  const id = await begin(one.proxy.url);
  expect(await ended(one.proxy.url, id)).toMatchObject({ state: "complete", rows: 700, pages: 1, calls: 1 });
  await expectWhole(one, id);
  const two = await stage({ rows: 1700 });
  const second = await begin(two.proxy.url);
  expect((await ended(two.proxy.url, second)).source).toEqual({
    kind: "query",
    why: { text: "The result fits on two pages.", key: "sourceTwoPages" },
  });
  await expectWhole(two, second);
  expect(kinds(two)).toEqual(["query", "query+"]);
});

test("no rows make a complete export with an empty spool", async () => {
  const set = await stage({ rows: 0 });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 0 });
  const csv = await (await fetch(`${set.proxy.url}/api/exports/${id}/file?format=csv`)).text();
  expect(csv).toBe("Created (Europe/Berlin),Conversation ID,Channels,Long,Text,Score\r\n");
  for (const format of ["json", "ndjson", "xlsx", "parquet"]) {
    expect((await fetch(`${set.proxy.url}/api/exports/${id}/file?format=${format}`)).status).toBe(200);
  }
});

test("a long result comes from a job, with a version 7 key and pages of 1000", async () => {
  const set = await stage({ rows: 4500 });
  const id = await begin(set.proxy.url);
  await ended(set.proxy.url, id);
  await expectWhole(set, id);
  expect(kinds(set)).toEqual([
    "query",
    "query+",
    "submit",
    "job",
    "results",
    ...Array.from({ length: 4 }, () => "results+"),
  ]);
  const { manifest } = await onDisk(set.folder, id);
  expect(manifest.source).toMatchObject({ kind: "job", operationId: "proc_job_1", pageSize: 1000 });
  expect(manifest.source.idempotencyKey).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(set.upstream.asked[2]?.headers["idempotency-key"]).toBe(manifest.source.idempotencyKey);
  expect(set.upstream.asked.every(({ url }) => !url.includes("never"))).toBe(true);
});

test("the largest page size is found once and remembered", async () => {
  const set = await stage({ rows: 900, largestPage: 200, jobs: false });
  const first = await begin(set.proxy.url);
  await ended(set.proxy.url, first);
  await expectWhole(set, first);
  const sizes = () => set.upstream.asked.map(({ url }) => /pageSize=(\d+)/.exec(url)?.[1]).filter(Boolean);
  // 1000 and 500 are refused; 200 is found, and then asked for.
  expect(sizes()).toEqual(["1000", "500", "200", "200"]);
  const second = await begin(set.proxy.url);
  await ended(set.proxy.url, second);
  await expectWhole(set, second);
  expect(sizes()).toEqual(["1000", "500", "200", "200", "200"]);
});

/** Rows that are the same text after a way through JSON, for tests that rewrite pages. */
const simpleRow = (index: number) => `{"Id":"conv_${index}","Value":${index}}`;

/** The page that the upstream would answer, with its rows and token changed. */
async function rewritten(
  url: string,
  asked: Parameters<Trouble>[0],
  change: (page: { items: unknown[]; meta: { nextToken: string | null } }) => void,
): Promise<string> {
  const page = await (await fetch(`${url}${asked.url}`)).json();
  change(page);
  return JSON.stringify(page);
}

/** Does something with the answer instead of the upstream. */
const instead =
  (act: (response: Parameters<Trouble>[1]) => unknown): Trouble =>
  (_asked, response) => {
    act(response);
    return "handled";
  };

const faults: [string, number, Trouble][] = [
  ["a 429 without any header", 6, instead((response) => refuse(response, 429, "Slow down"))],
  ["a 500", 6, instead((response) => refuse(response, 500, "Internal"))],
  ["a 503", 6, instead((response) => refuse(response, 503, "Busy", { "retry-after": "1" }))],
  ["a broken connection", 6, instead((response) => response.destroy())],
  [
    "an answer that is cut off",
    6,
    (_asked, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100000" });
      response.write('{"items":[{"Id":"conv', () => response.destroy());
      return "handled";
    },
  ],
  [
    "an HTML page",
    6,
    instead((response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>Hello</p>")),
  ],
  [
    "half a page that ends cleanly",
    6,
    (_asked, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"items":[{"Id":"conv"},{"I');
      return "handled";
    },
  ],
];

test.each(faults.flatMap(([name, number, fault]) => [true, false].map((jobs) => ({ name, number, fault, jobs }))))(
  "$name in the middle changes no byte (jobs: $jobs)",
  async ({ number, fault, jobs }) => {
    const set = await stage({
      rows: 5500,
      jobs,
      trouble: (asked, response) => (asked.number === number ? fault(asked, response) : undefined),
    });
    const id = await begin(set.proxy.url);
    expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", repeats: 0 });
    await expectWhole(set, id);
  },
);

test("by the machine's own clock, a limit of a second and a fault are waited out", async () => {
  const came: number[] = [];
  const trouble: Trouble = ({ number }, response) => {
    came.push(performance.now());
    if (number > 2) return undefined;
    if (number === 1) refuse(response, 429, "Slow down", { "retry-after": "1" });
    else refuse(response, 503, "Not now");
    return "handled";
  };
  const set = await stage({ rows: 300, trouble }, { clock: systemClock });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", calls: 3 });
  const [first = 0, second = 0, third = 0] = came;
  expect(second - first).toBeGreaterThan(950);
  expect(third - second).toBeGreaterThan(450);
  await expectWhole(set, id);
});

test("what is no row in Twilio's pages is left out, counted and said", async () => {
  const set = await stage({ rows: 2500, row: simpleRow });
  const { url } = set.upstream;
  set.upstream.trouble(async (asked, response) => {
    if (asked.headers["user-agent"] !== "earshot" || asked.kind !== "results") return undefined;
    const body = await rewritten(url, asked, (page) => page.items.splice(3, 0, null, "odd"));
    response.writeHead(200, { "content-type": "application/json" }).end(body);
    return "handled";
  });
  // Fields that are in no row would be said as well.
  const query = { dimensions: ["Id", "Value"] };
  const id = await begin(set.proxy.url, { ...order, request: { query } });
  expect(texts((await ended(set.proxy.url, id)).notes)).toEqual([
    "6 rows of Twilio’s pages couldn’t be read and aren’t in the file.",
  ]);
  await expectWhole(set, id);
});

test("rows that come again at the edge of a page are written once, and counted", async () => {
  const set = await stage({ rows: 5500, row: simpleRow });
  const { url } = set.upstream;
  let last: unknown[] = [];
  set.upstream.trouble(async (asked, response) => {
    if (asked.headers["user-agent"] !== "earshot" || asked.kind !== "results") return undefined;
    const body = await rewritten(url, asked, (page) => {
      const own = page.items;
      page.items = [...last.slice(-3), ...own];
      last = own;
    });
    response.writeHead(200, { "content-type": "application/json" }).end(body);
    return "handled";
  });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 5500, repeats: 15 });
  await expectWhole(set, id);
});

test("an empty page with a token is followed", async () => {
  const set = await stage({ rows: 4500, row: simpleRow });
  const { url } = set.upstream;
  const emptied = new Set<string>();
  set.upstream.trouble(async (asked, response) => {
    const { token } = asked;
    if (asked.headers["user-agent"] !== "earshot" || !token || emptied.has(token) || token.startsWith("again")) {
      return undefined;
    }
    emptied.add(token);
    const body = await rewritten(url, asked, (page) => {
      page.items = [];
      // The same place under another token: base64 ignores what stands behind its padding.
      page.meta.nextToken = `${token}=`;
    });
    emptied.add(`${token}=`);
    response.writeHead(200, { "content-type": "application/json" }).end(body);
    return "handled";
  });
  const id = await begin(set.proxy.url);
  expect(await ended(set.proxy.url, id)).toMatchObject({ state: "complete", rows: 4500 });
  await expectWhole(set, id);
});

test("a token that comes back is a fault with a way on, not a loop", async () => {
  const set = await stage({ rows: 6500, row: simpleRow });
  const { url } = set.upstream;
  const tokens: string[] = [];
  set.upstream.trouble(async (asked, response) => {
    if (asked.headers["user-agent"] !== "earshot" || asked.kind !== "results" || !asked.token) return undefined;
    tokens.push(asked.token);
    if (tokens.length < 4) return undefined;
    const body = await rewritten(url, asked, (page) => {
      page.meta.nextToken = tokens[0] ?? null;
    });
    response.writeHead(200, { "content-type": "application/json" }).end(body);
    return "handled";
  });
  const id = await begin(set.proxy.url);
  const failed = await ended(set.proxy.url, id);
  expect(failed).toMatchObject({ state: "failed", rows: 4000 });
  expect(failed.failure?.why.text).toContain("pointed to the same page twice");
  expect(failed.failure?.advice.text).toContain("Resume");
  set.upstream.trouble(undefined);
  expect((await post(`${set.proxy.url}/api/exports/${id}/resume`, {})).status).toBe(200);
  await ended(set.proxy.url, id);
  await expectWhole(set, id);
});

test.each([
  ["an expired token of a query restarts at the last row's time", false, "restarted from the time of the last row"],
  ["expired results of a job are taken from a new one", true, "A new snapshot provided the rest"],
] as const)("%s", async (_name, jobs, note) => {
  const set = await stage({ rows: 7500, jobs });
  let expired = false;
  set.upstream.trouble((asked) => {
    const deep = asked.number >= 8 && asked.token !== undefined && !expired;
    if (deep) {
      expired = true;
      set.upstream.expire();
    }
    return undefined;
  });
  const id = await begin(set.proxy.url);
  const done = await ended(set.proxy.url, id);
  expect(done).toMatchObject({ state: "complete" });
  expect(texts(done.notes).join(" ")).toContain(note);
  await expectWhole(set, id);
  expect(set.upstream.jobsStarted()).toBe(jobs ? 2 : 0);
});

test("an expired token of a query in another order is made good by reading again", async () => {
  const set = await stage({ rows: 5500, jobs: false });
  set.upstream.trouble((asked) => {
    if (asked.number === 5) set.upstream.expire();
    return undefined;
  });
  const request = { query: { dimensions: ["Id", "DateCreated"], orderBy: [{ field: "Score" }] } };
  const id = await begin(set.proxy.url, { ...order, request });
  const done = await ended(set.proxy.url, id);
  expect(texts(done.notes).join(" ")).toContain("read again up to where the export stood");
  await expectWhole(set, id);
});

test("rows that changed meanwhile are never joined to those that are written", async () => {
  let changed = false;
  const row = (index: number) => `{"Id":"conv_${index}","Value":"${changed && index === 40 ? "new" : "old"}"}`;
  const set = await stage({ rows: 5500, jobs: false, row });
  set.upstream.trouble((asked) => {
    if (asked.number === 5) {
      changed = true;
      set.upstream.expire();
    }
    return undefined;
  });
  const request = { query: { dimensions: ["Id", "Value"], orderBy: [{ field: "Id" }] } };
  const id = await begin(set.proxy.url, { ...order, request });
  const failed = await ended(set.proxy.url, id);
  expect(failed.state).toBe("failed");
  expect(failed.failure?.why.text).toContain("changed at Twilio");
});

test("an upstream that is away fails the export with a way on, and Resume finishes it", async () => {
  const set = await stage({ rows: 6500 });
  set.upstream.trouble((asked, response) => {
    if (asked.number < 8) return undefined;
    response.destroy();
    return "handled";
  });
  const id = await begin(set.proxy.url);
  const failed = await ended(set.proxy.url, id);
  expect(failed).toMatchObject({ state: "failed", failure: { problem: { source: "earshot" } } });
  const partial = await fetch(`${set.proxy.url}/api/exports/${id}/file?format=ndjson`);
  expect(partial.headers.get("content-disposition")).toContain(`partial-${failed.rows}-rows.ndjson`);
  expect(set.upstream.spool().startsWith(await partial.text())).toBe(true);
  set.upstream.trouble(undefined);
  await post(`${set.proxy.url}/api/exports/${id}/resume`, {});
  expect((await ended(set.proxy.url, id)).fileName).not.toContain("partial");
  await expectWhole(set, id);
  expect(set.upstream.jobsStarted()).toBe(1);
});

test("a query that Twilio refuses is told as Twilio told it", async () => {
  const trouble: Trouble = instead((response) => refuse(response, 400, "Unknown field Idd"));
  const set = await stage({ rows: 10, trouble });
  const id = await begin(set.proxy.url);
  const { failure } = await ended(set.proxy.url, id);
  expect(failure).toMatchObject({
    why: { text: "Twilio said: “Unknown field Idd”", key: "twilioSaid" },
    problem: { httpStatusCode: 400, source: "twilio" },
  });
  // And once in its plainest form, which tells whether the API is there.
  expect(set.upstream.asked).toHaveLength(2);
});

test("a stopped export keeps its rows under a name that says partial, and can go on", async () => {
  const set = await stage({ rows: 6500 });
  set.upstream.trouble((asked) => (asked.number >= 9 ? new Promise(() => {}) : undefined));
  const id = await begin(set.proxy.url);
  await set.upstream.arrived(9);
  expect((await fetch(`${set.proxy.url}/api/exports/${id}/file`)).status).toBe(409);
  const stopped = await (await post(`${set.proxy.url}/api/exports/${id}/cancel`, {})).json();
  expect(stopped).toMatchObject({ state: "stopped" });
  const { rows, manifest } = await onDisk(set.folder, id);
  expect(manifest).toMatchObject({ state: "stopped", complete: false });
  expect(set.upstream.spool().startsWith(rows)).toBe(true);
  const csv = await fetch(`${set.proxy.url}/api/exports/${id}/file?format=csv`);
  expect(csv.headers.get("content-disposition")).toContain(`_partial-${manifest.checkpoint.rows}-rows.csv`);
  expect((await csv.text()).trim().split("\r\n")).toHaveLength(manifest.checkpoint.rows + 1);
  set.upstream.trouble(undefined);
  await post(`${set.proxy.url}/api/exports/${id}/resume`, {});
  await ended(set.proxy.url, id);
  await expectWhole(set, id);
});

test("the next server goes on where the last one ended, without asking for anything twice", async () => {
  const folder = dataFolder();
  const set = await stage({ rows: 8500 }, { dataFolder: folder });
  set.upstream.trouble((asked) => (asked.number >= 9 ? new Promise(() => {}) : undefined));
  const id = await begin(set.proxy.url);
  await set.upstream.arrived(9);
  await set.proxy.close();
  const { manifest } = await onDisk(folder, id);
  expect(manifest.state).toBe("running");
  set.upstream.trouble(undefined);
  const next = await startProxy(set.upstream.url, { dataFolder: folder });
  try {
    await ended(next.url, id);
  } finally {
    await next.close();
  }
  await expectWhole(set, id);
  expect(set.upstream.jobsStarted()).toBe(1);
  expect(set.upstream.asked.filter(({ kind }) => kind === "submit")).toHaveLength(1);
});

test("a crash between the submission and its answer finds the same job", async () => {
  const folder = dataFolder();
  const set = await stage({ rows: 4500 }, { dataFolder: folder });
  set.upstream.trouble(({ kind }) => (kind === "job" ? new Promise(() => {}) : undefined));
  const id = await begin(set.proxy.url);
  await set.upstream.arrived(4);
  await set.proxy.close();
  set.upstream.trouble(undefined);
  const next = await startProxy(set.upstream.url, { dataFolder: folder });
  try {
    await ended(next.url, id);
  } finally {
    await next.close();
  }
  await expectWhole(set, id);
  expect(set.upstream.jobsStarted()).toBe(1);
});

test("what is removed is gone from the list and from the disk, a running export included", async () => {
  const set = await stage({ rows: 6500 });
  set.upstream.trouble((asked) => (asked.number >= 7 ? new Promise(() => {}) : undefined));
  const id = await begin(set.proxy.url);
  await set.upstream.arrived(7);
  expect((await fetch(`${set.proxy.url}/api/exports/${id}`, { method: "DELETE" })).status).toBe(204);
  expect(await (await fetch(`${set.proxy.url}/api/exports`)).json()).toEqual({ items: [], damaged: [], total: 0 });
  await expect(stat(`${set.folder}/exports/${id}`)).rejects.toThrow("ENOENT");
  expect((await fetch(`${set.proxy.url}/api/exports/${id}`)).status).toBe(404);
});

test("a used up quota refuses the next export before it begins, and says what to do", async () => {
  const set = await stage({ rows: 900 }, { exportQuotaBytes: 20_000 });
  const id = await begin(set.proxy.url);
  await ended(set.proxy.url, id);
  const asked = set.upstream.asked.length;
  const problem = await problemOf(await post(`${set.proxy.url}/api/exports`, order));
  expect(problem).toMatchObject({ httpStatusCode: 507, source: "earshot" });
  expect(problem.message).toContain("EXPORT_QUOTA");
  expect(set.upstream.asked).toHaveLength(asked);
  await fetch(`${set.proxy.url}/api/exports/${id}`, { method: "DELETE" });
  expect((await post(`${set.proxy.url}/api/exports`, order)).status).toBe(201);
});

test("what was kept long enough goes at the next start, and a running export stays", async () => {
  const folder = dataFolder();
  const set = await stage({ rows: 6500 }, { dataFolder: folder });
  const old = await begin(set.proxy.url, { ...order, name: "old" });
  await ended(set.proxy.url, old);
  set.upstream.trouble(() => new Promise(() => {}));
  const asked = set.upstream.asked.length;
  const running = await begin(set.proxy.url, { ...order, name: "running" });
  await set.upstream.arrived(asked + 1);
  await set.proxy.close();
  const next = await startProxy(set.upstream.url, { dataFolder: folder, exportRetentionMs: 1 });
  try {
    expect((await statusOf(next.url, running)).state).toBe("running");
    expect((await fetch(`${next.url}/api/exports/${old}`)).status).toBe(404);
  } finally {
    await next.close();
  }
});
