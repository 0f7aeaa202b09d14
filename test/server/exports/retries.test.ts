import { expect, test } from "vitest";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { type Retry, retryDelaysMs, retryOf } from "../../../server/exports/snapshot/retries.ts";
import { earshotProblem, type ProblemError } from "../../../server/messages/problem.ts";
import { sentence } from "../../../server/messages/sentence.ts";
import { timedOut } from "../../../server/twilio/faults.ts";
import { jumpingClock } from "../../support/jumping-clock.ts";
import { begin, ended, stage } from "./support.ts";

const said: Sentence = { text: "No" };
const every = Object.keys(earshotCodes).filter((name): name is keyof typeof earshotCodes => name in earshotCodes);

/** What is made again, by the code; all others never are. */
const again: Partial<Record<keyof typeof earshotCodes, Retry>> = {
  upstreamUnreachable: "minutes",
  upstreamTimeout: "minutes",
  upstreamCutOff: "minutes",
  upstreamNotJson: "seconds",
  upstreamShape: "seconds",
};

test.each(every)("what Earshot calls %s is made again as often as the table says", (name) => {
  expect(retryOf(earshotProblem(name, said).problem)).toBe(again[name] ?? "never");
});

const lasting = [501, 505, 506, 508, 510, 511];

test("each status is made again as it says of itself, whether its body could be read or was a page of HTML", () => {
  for (let status = 400; status <= 599; status += 1) {
    const isPassing = status === 408 || status === 425 || (status >= 500 && !lasting.includes(status));
    const expected = status === 429 ? "held" : isPassing ? "minutes" : "never";
    const twilio = { code: 1, message: "No", httpStatusCode: status, source: "twilio" } as const;
    const html = sentence("twilioStatus", { api: "Insights", status: String(status) });
    expect([status, retryOf(twilio)]).toEqual([status, expected]);
    expect([status, retryOf(earshotProblem("upstreamNotJson", html, { status }).problem)]).toEqual([status, expected]);
  }
});

const proxy = (code: string) =>
  earshotProblem("upstreamUnreachable", sentence("twilioProxy", { api: "Insights", code }));

test.each<[string, ProblemError, Retry]>([
  ["a deadline", timedOut(30, "deadline"), "minutes"],
  [
    "a redirect",
    earshotProblem("upstreamNotJson", sentence("twilioRedirect", { api: "I", status: "302", variable: "X" })),
    "never",
  ],
  [
    "a false certificate",
    earshotProblem("upstreamUnreachable", sentence("twilioNoProof", { api: "I", code: "X" })),
    "never",
  ],
  [
    "an address that is not found",
    earshotProblem("upstreamUnreachable", sentence("twilioNoAddress", { api: "I", code: "X" })),
    "minutes",
  ],
  ["a proxy that wants to know who asks", proxy("407"), "never"],
  ["a proxy that cannot get through now", proxy("503"), "minutes"],
  ["a proxy that is not there", proxy("ECONNREFUSED"), "minutes"],
])("%s", (_, { problem }, expected) => {
  expect(retryOf(problem)).toBe(expected);
});

test("what may be an accident of one moment is told within three seconds, what may pass within two minutes", () => {
  const sums = [retryDelaysMs.seconds, retryDelaysMs.minutes].map((list) => list.reduce<number>((a, b) => a + b, 0));
  expect(sums).toEqual([2500, 91_500]);
});

test.each([
  ["a page of HTML", "text/html", "<html>Maintenance</html>", "twilioType"],
  ["an answer of another shape", "application/json", '{"what":[{"a":1}]}', "twilioShape"],
])("an export that meets %s with a status of 200 asks twice more, and says it", async (_, type, body, key) => {
  const set = await stage({ rows: 30 }, { clock: jumpingClock() });
  let left = 2;
  let times = 0;
  set.upstream.trouble((asked, response) => {
    if (asked.kind !== "query" || !asked.body.includes("orderBy") || left === 0) return undefined;
    left -= 1;
    times += 1;
    response.writeHead(200, { "content-type": type }).end(body);
    return "handled";
  });
  // What was there for a moment is gone with the third call.
  expect(await ended(set.proxy.url, await begin(set.proxy.url))).toMatchObject({ state: "complete", rows: 30 });
  [left, times] = [100, 0];
  const failed = await ended(set.proxy.url, await begin(set.proxy.url));
  expect(failed).toMatchObject({ state: "failed", failure: { why: { key } } });
  expect(times).toBe(3);
});
