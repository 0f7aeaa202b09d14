// One measurement in a process of its own, so that its memory is its own: `one.ts KIND ROWS URL`. Prints JSON.
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { start } from "../../server/start.ts";

type Page = { items: Record<string, unknown>[]; meta: { nextToken: string | null } };

const [kind = "", rowsText = "", upstream = ""] = process.argv.slice(2);
const rows = Number(rowsText);
const fields = ["DateCreated", "Id", "Channels", "Languages", "OperatorResult.Value", "Status", "Score"];
const folder = await mkdtemp(join(tmpdir(), "earshot-bench-"));

/** The pages one after another, as a script asks for them. */
async function* pages(): AsyncGenerator<Page> {
  const base = `${upstream}/v3/InsightsDomains/Conversations/Query`;
  let token: string | null = null;
  do {
    const url: string = token === null ? `${base}?pageSize=1000` : `${base}?pageToken=${encodeURIComponent(token)}`;
    const page: Page = JSON.parse(await (await fetch(url, { method: token === null ? "POST" : "GET" })).text());
    yield page;
    token = page.meta.nextToken;
  } while (token !== null);
}

/** The pages parsed and thrown away: no export on this machine can be faster, asked for page by page. */
async function limit(): Promise<number> {
  let count = 0;
  for await (const page of pages()) count += page.items.length;
  return count;
}

/** What people write today: ask, parse, stringify, write. */
async function script(): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<unknown[]> {
    for await (const { items } of pages()) {
      count += items.length;
      for (const item of items) yield fields.map((field) => item[field]);
    }
  }
  await pipeline(lines, stringify({ header: true, columns: fields }), createWriteStream(join(folder, "script.csv")));
  return count;
}

async function earshot(format: string): Promise<number> {
  const server = await start(
    {
      account: {
        kind: "twilio",
        accountSid: `AC${"0".repeat(32)}`,
        username: "bench",
        password: "bench",
        url: upstream,
        conversationsUrl: upstream,
        intelligenceUrl: upstream,
      },
      host: "127.0.0.1",
      port: 0,
      allowedHosts: [],
      upstreamTimeoutMs: 60_000,
      fields: {},
      dataFolder: folder,
      exportRetentionMs: 1e9,
      exportQuotaBytes: 1e12,
    },
    { clientFolder: folder, log: () => undefined },
  );
  const begun = performance.now();
  const order = {
    request: { query: { dimensions: fields } },
    columns: fields.map((field) => ({ field, header: field, ...(field === "DateCreated" ? { type: "time" } : {}) })),
    format,
    zone: "Europe/Berlin",
  };
  const headers = { "content-type": "application/json" };
  const url = `${server.url}/api/exports`;
  const created = await (await fetch(url, { method: "POST", headers, body: JSON.stringify(order) })).json();
  const { id } = created as { id: string };
  // Answered when the file is whole on the disk.
  const head = await fetch(`${url}/${id}/file?wait=1`, { method: "HEAD" });
  took = performance.now() - begun;
  if (!head.ok) throw new Error(`The export ended with ${head.status}`);
  const status = (await (await fetch(`${url}/${id}`)).json()) as { rows: number; calls: number };
  calls = status.calls;
  await stat(join(folder, "exports", id, "rows.ndjson"));
  await server.close();
  return status.rows;
}

let took: number | undefined;
let calls: number | undefined;
let peak = 0;
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const begun = performance.now();
const count = kind === "limit" ? await limit() : kind === "script" ? await script() : await earshot(kind);
took ??= performance.now() - begun;
clearInterval(sampler);
await rm(folder, { recursive: true, force: true });
if (count !== rows) throw new Error(`${count} rows came instead of ${rows}`);
console.log(JSON.stringify({ kind, rows, ms: Math.round(took), peakMiB: Math.round(peak / 1024 ** 2), calls }));
process.exit(0);
