import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

export type ConnectProxy = {
  url: string;
  /** What tunnels were asked for, as `host:port`, with the credentials that came along. */
  asked: { to: string | undefined; authorization: string | undefined }[];
  close(): Promise<void>;
};

/**
 * A proxy that opens tunnels, all of them to one port of this machine, whatever host is asked for.
 *
 * @param refusal the status that it answers instead of opening one.
 */
export async function startConnectProxy(port: number, refusal?: number): Promise<ConnectProxy> {
  const asked: ConnectProxy["asked"] = [];
  const open = new Set<Duplex>();
  const keep = (socket: Duplex) => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
  };
  const server = createServer((_request, response) => void response.writeHead(405).end());
  server.on("connect", (request: IncomingMessage, client: Duplex) => {
    keep(client);
    asked.push({ to: request.url, authorization: request.headers["proxy-authorization"] });
    if (refusal !== undefined) {
      client.end(`HTTP/1.1 ${refusal} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      client.pipe(onward).pipe(client);
    });
    keep(onward);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      for (const socket of open) socket.destroy();
      server.closeAllConnections();
      await closed;
    },
  };
}
