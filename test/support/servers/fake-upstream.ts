import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** One request as the upstream received it. */
export type Received = {
  method: string;
  /** The raw path with its query, still encoded. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Resolves when the connection of this request is gone before its answer was whole. */
  cancelled: Promise<void>;
};

/** Answers one request in whatever way. */
export type Reply = (response: ServerResponse, received: Received) => void | Promise<void>;

export type FakeUpstream = {
  url: string;
  received: Received[];
  /** What is answered from now on, in this order; the last reply answers all further requests too. */
  reply(...replies: [Reply, ...Reply[]]): void;
  /** Resolves when so many requests in all have come. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
};

/** An upstream on a free port of 127.0.0.1 that records what it is asked and answers as it is told. */
export async function startFakeUpstream(): Promise<FakeUpstream> {
  const received: Received[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  let replies: Reply[] = [];

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cancelled = new Promise<void>((resolve) => {
      response.once("close", () => {
        if (!response.writableFinished) resolve();
      });
    });
    response.on("error", () => {});
    const body = await text(request);
    const one = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, body, cancelled };
    received.push(one);
    for (const { count, done } of waiting) if (received.length >= count) done();
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (!reply) throw new Error("The fake upstream was not told what to answer");
    await reply(response, one);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    reply: (...next) => {
      replies = next;
    },
    arrived: (count) =>
      received.length >= count ? Promise.resolve() : new Promise((done) => waiting.push({ count, done })),
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
