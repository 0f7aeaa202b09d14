import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { StandIn } from "../../../../server/stand-in/options.ts";

/** One request as it came, and its answer. */
export type Exchange = {
  method: string;
  path: string;
  search: URLSearchParams;
  requestHeaders: Headers;
  requestBody: string;
  status: number;
  headers: Headers;
  body: string;
};

export type Recorder = { url: string; exchanges: Exchange[]; close(): Promise<void> };

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  return headers;
}

/** Stands before a stand-in, hands everything on both ways and writes it down. It puts in the credentials if told. */
export async function startRecorder(standIn: StandIn, authorization?: string): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const server = createServer(async (request, response) => {
    const { method = "GET", url: target = "/" } = request;
    const { pathname, searchParams } = new URL(target, "http://localhost");
    const requestHeaders = headersOf(request);
    const requestBody = await readBody(request);
    const sent = new Headers();
    for (const name of ["content-type", "idempotency-key", "authorization"]) {
      const value = requestHeaders.get(name);
      if (value !== null) sent.set(name, value);
    }
    if (authorization) sent.set("authorization", authorization);
    const init = { method, headers: sent, ...(method === "POST" && { body: requestBody }) };
    const answer = await fetch(standIn.url + target, init);
    const body = await answer.text();
    exchanges.push({
      method,
      path: pathname,
      search: searchParams,
      requestHeaders,
      requestBody,
      status: answer.status,
      headers: answer.headers,
      body,
    });
    const headers = [...answer.headers].filter(
      ([name]) => !/^(transfer-encoding|content-length|connection|keep-alive)$/.test(name),
    );
    response.writeHead(answer.status, headers.flat()).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The recorder has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    exchanges,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
