import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Longer pages than the table asks for, so that a million rows are read in a thousand calls. */
export const pageRows = 1000;

/**
 * How long the first page is on its way: no API answers before the empty table is on the screen, and a table whose
 * frame is still being drawn when the rows come would be timed for that.
 */
const firstPageMs = 300;

const channels = ["VOICE", "SMS", "WHATSAPP", "CHAT", "EMAIL"];
const languages = ["en", "es", "pt", "de", "hi"];
const sentiments = ["positive", "neutral", "mixed", "negative"];
const newest = Date.UTC(2026, 10, 1);

/** The end of the key of a row, which tells rows apart. */
export function keyEnd(place: number): string {
  return key(place).slice(-6);
}

function key(place: number): string {
  return (place * 7919).toString(36).padStart(26, "0");
}

function row(place: number): object {
  return {
    Created: new Date(newest - place * 61_000).toISOString(),
    Key: `conv_conversation_${key(place)}`,
    Channels: [channels[place % 5], ...(place % 7 === 0 ? [channels[(place + 2) % 5]] : [])],
    Languages: [languages[place % 5]],
    Sentiment: sentiments[(place * 3) % 4],
    Status: place % 3 === 0 ? "ACTIVE" : "CLOSED",
  };
}

/** A page of a list of `total` rows. Tokens are plain places, so that a table that reads anywhere can be served too. */
function page(total: number, start: number): string {
  const end = Math.min(total, start + pageRows);
  const items = Array.from({ length: end - start }, (_, i) => row(start + i));
  const meta = {
    key: "items",
    nextToken: end < total ? `${total}:${end}` : null,
    previousToken: start > 0 ? `${total}:${Math.max(0, start - pageRows)}` : null,
  };
  return JSON.stringify({ items, meta });
}

const html = `<!doctype html><html lang="en"><head><title>Table bench</title></head>
<body><div id="root"></div><script type="module" src="/main.js"></script></body></html>`;

const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://bench");
  if (url.pathname === "/api/query") {
    request.resume();
    const [total, start] = (url.searchParams.get("pageToken") ?? "").split(":").map(Number);
    if (!start) await setTimeout(firstPageMs);
    const rows = total || Number(new URL(request.headers.referer ?? "http://x").searchParams.get("rows"));
    response.writeHead(200, { "content-type": "application/json" }).end(page(rows, start ?? 0));
    return;
  }
  const type = types[extname(url.pathname)];
  if (type) response.writeHead(200, { "content-type": type }).end(await readFile(join(folder, url.pathname)));
  else response.writeHead(url.pathname === "/" ? 200 : 404, { "content-type": "text/html" }).end(html);
}

/** Serves the bench's page from a folder, and the rows that it asks for, on a free port of this machine. */
export async function serveBench(folder: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
