import type { Server } from "node:http";
import { setImmediate as turn } from "node:timers/promises";

/** For how long a server that is being stopped goes on with requests that are under way. */
export const usualGraceMs = 10_000;

/**
 * Ends a server in order: nothing new is taken, what has no end of its own is told, and requests under way get their
 * answers, for so long.
 *
 * @param tell ends answers that have no end of their own.
 * @returns how to stop; resolves when no connection is left.
 */
export function stopping(server: Server, tell: () => void, graceMs: number): () => Promise<void> {
  let isStopping = false;
  server.on("request", (_request, response) => {
    response.once("close", () => {
      // Its connection would be kept for another request, and the server with it. It is idle one turn later.
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
  });
  return async () => {
    isStopping = true;
    const closed = new Promise<void>((done) => server.close(() => done()));
    tell();
    // A turn for the last bytes of the answers that just ended.
    await turn();
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
  };
}
