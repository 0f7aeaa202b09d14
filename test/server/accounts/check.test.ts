import { expect, onTestFinished, test } from "vitest";
import { openAccount } from "../../../server/accounts/account.ts";
import { checkAccount } from "../../../server/accounts/check.ts";
import { openKnowledge } from "../../../server/accounts/knowledge.ts";
import { createConversationApis } from "../../../server/twilio/conversation-apis.ts";
import { createUpstream } from "../../../server/twilio/upstream.ts";
import { jumpingClock } from "../../support/jumping-clock.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { credentials } from "../../support/servers/proxy.ts";
import { json, page, twilioError } from "../../support/servers/replies.ts";

const listed = json({
  cubes: [
    {
      name: "Conversation",
      measures: [{ name: "Count", type: "number" }],
      dimensions: [
        { name: "Id", type: "string" },
        { name: "CreatedAt", type: "time" },
        { name: "CreatedAt.day", type: "time" },
      ],
    },
  ],
});

async function accountBefore(upstream: FakeUpstream) {
  const clock = jumpingClock();
  const nothing = () => undefined;
  const options = { url: upstream.url, conversationsUrl: upstream.url, intelligenceUrl: upstream.url, timeoutMs: 5000 };
  const source = { ...credentials, ...options };
  const account = openAccount({
    mode: "twilio",
    accountSid: credentials.accountSid,
    fields: {},
    upstream: createUpstream(source, clock, nothing),
    conversationApis: createConversationApis(source, nothing),
    knowledge: await openKnowledge(undefined, clock, nothing),
    clock,
    log: nothing,
  });
  onTestFinished(() => account.close());
  return account;
}

async function upstreamWith(...replies: Parameters<FakeUpstream["reply"]>): Promise<FakeUpstream> {
  const upstream = await startFakeUpstream();
  onTestFinished(() => upstream.close());
  upstream.reply(...replies);
  return upstream;
}

const now = Date.parse("2026-11-30T12:00:00Z");

/** Values as no field and no sentence has them. */
const secrets = ["zzcell1", "zzcell2", "1997-07-07", "31337"];

test("the check asks the plainest queries and tells of their cells nothing but the shape", async () => {
  const upstream = await upstreamWith(
    listed,
    page([{ Count: "31337" }]),
    page([{ Id: "zzcell1" }, { Id: ["zzcell2"] }, { Id: null }, {}]),
    page([{ Count: 31_337 }]),
    page([{ "CreatedAt.day": "1997-07-07T00:00:00Z", Count: 31_337 }]),
    listed,
  );
  const report = await checkAccount(await accountBefore(upstream), now, new AbortController().signal);
  expect(report).toContain("The metadata: taken.");
  expect(report).toContain("the count: taken, Count is text.");
  expect(report).toContain("ten ids: taken, Id is a list of text or empty or missing or text.");
  expect(report).toContain("the count of a day: taken, Count is number.");
  expect(report).toContain("a day by day: taken, Count is number; CreatedAt.day is text.");
  for (const secret of [...secrets, credentials.accountSid, credentials.password]) expect(report).not.toContain(secret);
  const sizes = upstream.received
    .slice(1, -1)
    .map(({ path }) => new URL(path, upstream.url).searchParams.get("pageSize"));
  expect(sizes).toEqual(["10", "10", "10", "10"]);
});

test("what is refused is told by status and code, without the words of the refusal, and the rest is asked", async () => {
  const refused = twilioError(400, { code: 20001, message: "zzcell1 is not allowed", params: { zzcell2: "zzcell1" } });
  // An account that refuses its count in every query, the plainest too.
  const upstream = await upstreamWith((response, received) => {
    if (received.path.includes("Metadata")) return listed(response, received);
    return (received.body.includes("measures") ? refused : page([]))(response, received);
  });
  const report = await checkAccount(await accountBefore(upstream), now, new AbortController().signal);
  expect(report).toContain("the count: refused (status 400, code 20001).");
  expect(report).toContain("ten ids: taken, no row.");
  expect(report).toContain("the count of a day: refused (status 400, code 20001).");
  for (const secret of secrets) expect(report).not.toContain(secret);
});

test("an account that is not there has a report that says so", async () => {
  const upstream = await upstreamWith(twilioError(401, { code: 20003 }));
  const report = await checkAccount(await accountBefore(upstream), now, new AbortController().signal);
  expect(report).toContain("The metadata: refused (status 401, code 20003).");
  expect(upstream.received.length).toBeLessThanOrEqual(2);
});
