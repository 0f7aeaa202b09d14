import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Express } from "express";
import { type Account, createAccount } from "./account.ts";
import { createStandInApp } from "./app.ts";
import { hooksOf } from "./dialect/list.ts";
import { applyDialects } from "./dialect/speak.ts";
import { makeCredentials } from "./http/auth.ts";
import { growSlowly } from "./live.ts";
import { freshnessMs, type StandIn, type StandInOptions } from "./options.ts";
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
 * Serves data that is there already, in dialects or without, behind credentials that are new each time. The data is
 * not closed with it, so that several can speak of the same.
 */
export async function serve(data: Account, options: StandInOptions): Promise<StandIn> {
  const { clock = Date.now, now } = options;
  const hooks = hooksOf(options.dialect ?? []);
  const account = applyDialects(data, hooks, () => now ?? new Date(clock() - freshnessMs));
  const credentials = makeCredentials();
  const tokens = new Tokens(randomBytes(32), clock);
  const app = createStandInApp(account, credentials, tokens, { ...options, clock }, hooks);
  const { server, url } = await listen(app);
  let closing: Promise<void> | undefined;
  return {
    url,
    ...credentials,
    close: () => {
      closing ??= stop(server);
      return closing;
    },
  };
}

/** Starts the embedded account: Twilio's Insights v3 on a loopback port, over generated conversations. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const account = await createAccount(options);
  const served = await serve(account, options).catch((error: unknown) => {
    account.close();
    throw error;
  });
  const growth = options.live ? growSlowly(account) : undefined;
  let closing: Promise<void> | undefined;
  return {
    ...served,
    close: () => {
      closing ??= served
        .close()
        .then(() => growth?.stop())
        .then(() => account.close());
      return closing;
    },
  };
}
