import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type SwallowingProxy = {
  url: string;
  /** The paths that were asked, in order. */
  asked: string[];
  /** Lets everything through from now on. */
  letThrough(): void;
  close(): Promise<void>;
};

/** Something between a browser and a server that waits for the end of an answer before it hands any of it on. */
export async function startSwallowingProxy(target: string): Promise<SwallowingProxy> {
  const asked: string[] = [];
  let swallows = true;

  function forward(incoming: IncomingMessage, response: ServerResponse): void {
    asked.push(incoming.url ?? "");
    const { method, headers } = incoming;
    // The page's own address, as the server knows itself.
    const { origin: _, ...rest } = headers;
    const own = { ...rest, host: new URL(target).host };
    const onward = request(`${target}${incoming.url}`, { method, headers: own });
    onward.on("response", (answer) => {
      const send = () => response.writeHead(answer.statusCode ?? 502, answer.headers);
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => {
        if (swallows) chunks.push(chunk);
        else {
          if (!response.headersSent) send();
          response.write(Buffer.concat([...chunks.splice(0), chunk]));
        }
      });
      answer.on("end", () => {
        if (!response.headersSent) send();
        response.end(Buffer.concat(chunks));
      });
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    incoming.pipe(onward);
  }

  const server = createServer(forward);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    letThrough: () => {
      swallows = false;
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
