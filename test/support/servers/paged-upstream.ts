import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** One request as it is about to be answered. `number` counts all requests from 1. */
export type Asked = {
  number: number;
  kind: "query" | "submit" | "job" | "results" | "metadata" | "other";
  token: string | undefined;
  url: string;
  body: string;
  headers: IncomingMessage["headers"];
};

/** Answers in place of the upstream, or undefined to let it answer. */
export type Trouble = (
  asked: Asked,
  response: ServerResponse,
) => "handled" | undefined | Promise<"handled" | undefined>;

export type PagedOptions = {
  rows: number;
  /** False: jobs are answered with 404, as an account without them does. */
  jobs?: boolean;
  /** The largest page that is accepted; a larger one is a 400. */
  largestPage?: number;
  /** The row as the JSON text that travels. */
  row?: (index: number) => string;
  trouble?: Trouble;
};

export type PagedUpstream = {
  url: string;
  asked: Asked[];
  /** Changes what goes wrong from now on. */
  trouble(trouble: Trouble | undefined): void;
  /** Resolves when so many requests in all have come. */
  arrived(count: number): Promise<void>;
  /** Every row, one a line: what a finished spool has to be. */
  spool(): string;
  /** Forgets every token and every job's results, as time does. */
  expire(): void;
  jobsStarted(): number;
  close(): Promise<void>;
};

const newest = Date.UTC(2026, 10, 22, 12);

/** Newest first; every third row shares its moment with its conversationApis. */
export function timeOf(index: number): string {
  return new Date(newest - Math.floor(index / 3) * 1000).toISOString().replace("Z", "456Z");
}

const plainRows: string[] = [];

/** The same row each time: making its text is most of what an upstream without trouble has to do. */
export function plainRow(index: number): string {
  plainRows[index] ??= madeRow(index);
  return plainRows[index];
}

function madeRow(index: number): string {
  const long = `9007199254740993${String(index).padStart(4, "0")}`;
  const cells = `"Channels":["voice","sms"],"Long":${long},"Text":"é \\ud83d\\ude00 \\"q\\" ${index}","Score":${index}.50`;
  return `{"Id":"conv_${String(index).padStart(8, "0")}","DateCreated":"${timeOf(index)}",${cells}}`;
}

type Position = { from: number; at: number; size: number; life: number; job?: string };

function encode(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString("base64");
}

function problem(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify({ code: 20000 + status, message, httpStatusCode: status });
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

/** Where a query begins: behind its LT leaf on the time, when it has one that is not the window's. */
function firstIndex(body: string, rows: number): number {
  const before = [...body.matchAll(/"op":"LT","field":"DateCreated","values":\["([^"]+)"\]/g)].map((match) => match[1]);
  const limit = Math.min(...before.map((value) => Date.parse(value ?? "")), Number.POSITIVE_INFINITY);
  let index = 0;
  while (index < rows && newest - Math.floor(index / 3) * 1000 >= limit) index += 3;
  return index;
}

const metadata = JSON.stringify({
  domain: "Insights",
  cubes: [
    {
      name: "Conversation",
      measures: [{ name: "Count", type: "number" }],
      dimensions: ["Id", "DateCreated", "Channels", "Long", "Text", "Score"].map((name) => ({
        name,
        type: name === "DateCreated" ? "time" : "string",
      })),
    },
  ],
});

/** Insights v3 over rows that are made up as they are asked for: as fast as an upstream can be, and able to go wrong. */
export async function startPagedUpstream(options: PagedOptions): Promise<PagedUpstream> {
  const { rows, jobs = true, largestPage = 1000, row = plainRow } = options;
  const asked: Asked[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  const jobsByKey = new Map<string, string>();
  let live = new Set<string>();
  let trouble = options.trouble;
  let life = 1;
  let started = 0;

  function page(response: ServerResponse, position: Position): void {
    const { at, size } = position;
    const end = Math.min(rows, at + size);
    const items = Array.from({ length: Math.max(0, end - at) }, (_, index) => row(at + index)).join(",");
    const token = end < rows ? `"${encode({ ...position, at: end })}"` : "null";
    const meta = `{"key":"items","pageSize":${end - at},"previousToken":null,"nextToken":${token}}`;
    response.writeHead(200, { "content-type": "application/json" });
    response.end(`{"domain":"Conversations","items":[${items}],"meta":${meta}}`);
  }

  function follow(response: ServerResponse, token: string, size?: number): void {
    const position = JSON.parse(Buffer.from(token, "base64").toString()) as Position;
    if (position.life !== life) problem(response, 400, "The page token has expired");
    else page(response, { ...position, size: size ?? position.size });
  }

  function submit(response: ServerResponse, one: Asked): void {
    const key = String(one.headers["idempotency-key"] ?? "");
    const known = jobsByKey.get(key);
    const id = known ?? `proc_job_${jobsByKey.size + 1}`;
    if (!known) {
      started += 1;
      live.add(id);
      jobsByKey.set(key, id);
    }
    const body = JSON.stringify({ operationId: id, status: "PENDING", statusUrl: "http://127.0.0.1:1/never" });
    response.writeHead(202, { "content-type": "application/json", "retry-after": "0" }).end(body);
  }

  function answer(one: Asked, response: ServerResponse): void {
    const url = new URL(one.url, "http://upstream");
    const size = Number(url.searchParams.get("pageSize") ?? 50);
    const operation = /QueryJobs\/([^/]+)/.exec(url.pathname)?.[1] ?? "";
    if (one.kind === "metadata") response.writeHead(200, { "content-type": "application/json" }).end(metadata);
    else if (size > largestPage) problem(response, 400, `pageSize must be at most ${largestPage}`);
    else if (one.kind === "query" && one.token) follow(response, one.token);
    else if (one.kind === "query") {
      const from = firstIndex(one.body, rows);
      page(response, { from, at: from, size, life });
    } else if (!jobs || one.kind === "other") problem(response, 404, "No such resource");
    else if (one.kind === "submit") submit(response, one);
    else if (one.kind === "job") {
      const body = JSON.stringify({ operationId: operation, status: "COMPLETED", resultId: operation });
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    } else if (!live.has(operation)) problem(response, 404, "The results have expired");
    else if (one.token) follow(response, one.token, size);
    else page(response, { from: 0, at: 0, size, life, job: operation });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on("error", () => {});
    const body = await text(request);
    const url = request.url ?? "";
    const kinds: [RegExp, Asked["kind"]][] = [
      [/\/Metadata/, "metadata"],
      [/\/Results/, "results"],
      [/\/QueryJobs\/./, "job"],
      [/\/QueryJobs/, "submit"],
      [/\/Query/, "query"],
    ];
    const kind = kinds.find(([pattern]) => pattern.test(url))?.[1] ?? "other";
    const token = new URL(url, "http://upstream").searchParams.get("pageToken") ?? undefined;
    const one: Asked = { number: asked.length + 1, kind, token, url, body, headers: request.headers };
    asked.push(one);
    for (const { count, done } of waiting) if (asked.length >= count) done();
    if ((await trouble?.(one, response)) !== "handled") answer(one, response);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    trouble: (next) => {
      trouble = next;
    },
    arrived: (count) =>
      asked.length >= count ? Promise.resolve() : new Promise((done) => waiting.push({ count, done })),
    spool: () => Array.from({ length: rows }, (_, index) => `${row(index)}\n`).join(""),
    expire: () => {
      life += 1;
      live = new Set();
    },
    jobsStarted: () => started,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Refuses with a status, as Twilio does. */
export const refuse = problem;
