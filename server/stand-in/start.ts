import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Express } from "express";
import { createAccount } from "./account.ts";
import { createStandInApp } from "./app.ts";
import { makeCredentials } from "./http/auth.ts";
import { growSlowly } from "./live.ts";
import type { StandIn, StandInOptions } from "./options.ts";
import { Tokens } from "./paging/token.ts";

async function listen(app: Express): Promise<{ server: Server; url: string }> {
  const server = createServer(app);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The embedded account has no port");
  return { server, url: `http://127.0.0.1:${address.port}` };
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/**
 * Starts the embedded account: Twilio's Insights v3 on a loopback port, over generated conversations, behind
 * credentials that are new at each start.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { clock = Date.now } = options;
  const account = await createAccount(options);
  const credentials = makeCredentials();
  const tokens = new Tokens(randomBytes(32), clock);
  const { server, url } = await listen(createStandInApp(account, credentials, tokens, { ...options, clock }));
  const growth = options.live ? growSlowly(account) : undefined;
  let closing: Promise<void> | undefined;
  return {
    url,
    ...credentials,
    close: () => {
      closing ??= stop(server)
        .then(() => growth?.stop())
        .then(() => account.close());
      return closing;
    },
  };
}
