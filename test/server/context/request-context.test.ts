import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { openAccount } from "../../../server/accounts/account.ts";
import { createAccounts } from "../../../server/accounts/accounts.ts";
import { openKnowledge } from "../../../server/accounts/knowledge.ts";
import type { Context } from "../../../server/context/context.ts";
import { contextOf, withContext } from "../../../server/context/request-context.ts";
import { createConversationApis } from "../../../server/twilio/conversation-apis.ts";
import { createUpstream } from "../../../server/twilio/upstream.ts";
import { jumpingClock } from "../../support/jumping-clock.ts";
import { credentials } from "../../support/servers/proxy.ts";

const nowhere = "http://127.0.0.1:9";

async function accounts() {
  const clock = jumpingClock();
  const log = () => undefined;
  const urls = { url: nowhere, conversationsUrl: nowhere, intelligenceUrl: nowhere };
  const source = { ...credentials, ...urls, timeoutMs: 1000 };
  const account = openAccount({
    mode: "twilio",
    accountSid: credentials.accountSid,
    fields: {},
    upstream: createUpstream(source, clock, log),
    conversationApis: createConversationApis(source, log),
    knowledge: await openKnowledge(undefined, clock, log),
    clock,
    log,
  });
  const all = createAccounts(account);
  onTestFinished(() => all.close());
  return all;
}

/** A server whose routes hand out the contexts that they get. */
async function serving() {
  const all = await accounts();
  const seen: Context[] = [];
  const app = express();
  app.get("/without", (request, response) => {
    expect(() => contextOf(request)).toThrow("The request has no context.");
    response.json("none");
  });
  app.use(withContext(all, () => undefined));
  app.get("/twice", (request, response) => {
    seen.push(contextOf(request), contextOf(request));
    response.end();
  });
  app.get("/never", (request) => {
    seen.push(contextOf(request));
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { all, seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("a request has one context, of the usual account, and another request another", async () => {
  const { all, seen, url } = await serving();
  await fetch(`${url}/twice`);
  await fetch(`${url}/twice`);
  const [one, same, other] = seen;
  expect(one).toBe(same);
  expect(one).not.toBe(other);
  expect(one?.account).toBe(all.get(credentials.accountSid));
  expect(one?.signal.aborted).toBe(false);
});

test("the signal of a context fires when whoever asked is gone", async () => {
  const { seen, url } = await serving();
  const gone = new AbortController();
  const asked = fetch(`${url}/never`, { signal: gone.signal }).catch(() => undefined);
  await expect.poll(() => seen.length).toBe(1);
  gone.abort();
  await asked;
  await expect.poll(() => seen[0]?.signal.aborted).toBe(true);
});

test("a request that did not come by the guard has none, and an id of no account has no account", async () => {
  const { all, url } = await serving();
  expect(await (await fetch(`${url}/without`)).json()).toBe("none");
  expect(() => all.get("AC0")).toThrow(RangeError);
});
