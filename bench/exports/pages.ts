import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import twilio from "twilio";
import { ResultListInstance } from "twilio/lib/rest/insights/v3/result.js";

// What is measured against: ways to the same pages that a script may go. Each takes the upstream's address and a file's
// path, and resolves with the number of rows.

type Items = Record<string, unknown>[];
type Page = { items: Items; meta: { nextToken: string | null } };
/** `ms` from the order to the last byte; `peak` in bytes of resident memory. */
export type Measure = { rows: number; calls: number; ms: number; peak: number; cpu: NodeJS.CpuUsage };
type Way = (upstream: string, path: string) => Promise<{ rows: number; calls: number }>;

export const fields = ["DateCreated", "Id", "Channels", "Languages", "OperatorResult.Value", "Status", "Score"];

/** The pages one after another, the largest that the API takes, with nothing but what Node brings. */
async function* fetched(upstream: string): AsyncGenerator<Items> {
  const base = `${upstream}/v3/InsightsDomains/Conversations/Query`;
  let token: string | null = null;
  do {
    const url: string = token === null ? `${base}?pageSize=1000` : `${base}?pageToken=${encodeURIComponent(token)}`;
    const page: Page = JSON.parse(await (await fetch(url, { method: token === null ? "POST" : "GET" })).text());
    yield page.items;
    token = page.meta.nextToken;
  } while (token !== null);
}

/** Twilio's own way to send requests, but to the bench's upstream. */
class Detour extends twilio.RequestClient {
  readonly #url: string;

  constructor(url: string) {
    super();
    this.#url = url;
  }

  override request: twilio.RequestClient["request"] = (options) => {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: `${this.#url}${pathname}${search}` });
  };
}

const clientOf = (upstream: string) =>
  twilio("bench", "bench", { accountSid: `AC${"0".repeat(32)}`, httpClient: new Detour(upstream) });

/** The official client as its types suggest. They know no way to ask for another size of page than the usual 50 rows. */
async function* queried(upstream: string): AsyncGenerator<Items> {
  const { query } = clientOf(upstream).insights.v3;
  let page = await query.create({ query: { dimensions: fields } });
  yield page.items;
  while (page.meta.nextToken) {
    page = await query.fetch({ pageToken: page.meta.nextToken });
    yield page.items;
  }
}

/** The official client at its best: a job's results in pages of 1000, through a class that nothing leads to. */
async function* results(upstream: string): AsyncGenerator<Items> {
  const { v3 } = clientOf(upstream).insights;
  const { operationId } = await v3.queryJobs.create({ query: { dimensions: fields } });
  await v3.queryJobs(String(operationId)).fetch();
  const list = ResultListInstance(v3, String(operationId));
  let page = await list.fetch({ pageSize: 1000 });
  yield page.items;
  while (page.meta.nextToken) {
    page = await list.fetch({ pageSize: 1000, pageToken: page.meta.nextToken });
    yield page.items;
  }
}

type Pages = (upstream: string) => AsyncGenerator<Items>;

/** The pages parsed and thrown away: no export that asks page by page can be faster on this machine. */
const thrownAway =
  (pages: Pages): Way =>
  async (upstream) => {
    let rows = 0;
    let calls = 0;
    for await (const items of pages(upstream)) {
      rows += items.length;
      calls += 1;
    }
    return { rows, calls };
  };

/** What people write today: ask, stringify, write. */
const toCsv =
  (pages: Pages): Way =>
  async (upstream, path) => {
    let rows = 0;
    let calls = 0;
    async function* lines(): AsyncGenerator<unknown[]> {
      for await (const items of pages(upstream)) {
        rows += items.length;
        calls += 1;
        for (const item of items) yield fields.map((field) => item[field]);
      }
    }
    await pipeline(lines, stringify({ header: true, columns: fields }), createWriteStream(path));
    return { rows, calls };
  };

/** By what the table calls them. */
const ways: Record<string, Way> = {
  limit: thrownAway(fetched),
  "script, fetch": toCsv(fetched),
  "script, twilio results": toCsv(results),
  "script, twilio": toCsv(queried),
};

/** Goes one of the ways in this process; undefined when there is none of that name. */
export async function scripted(name: string, upstream: string, path: string): Promise<Measure | undefined> {
  const way = ways[name];
  if (!way) return undefined;
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const before = process.cpuUsage();
  const begun = performance.now();
  const done = await way(upstream, path);
  const ms = performance.now() - begun;
  clearInterval(sampler);
  return { ...done, ms, peak, cpu: process.cpuUsage(before) };
}
