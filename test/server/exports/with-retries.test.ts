import { expect, test } from "vitest";
import { type RetryLimits, withRetries } from "../../../server/exports/snapshot/with-retries.ts";
import { earshotProblem, ProblemError } from "../../../server/messages/problem.ts";
import { sentence } from "../../../server/messages/sentence.ts";
import { timedOut } from "../../../server/twilio/faults.ts";

/** Makes a call that always fails, after so many seconds each time, by a clock that jumps. */
async function tried(error: ProblemError, seconds: number, limits: RetryLimits = {}) {
  let now = 1_000_000;
  let calls = 0;
  const waits: number[] = [];
  const clock = {
    now: () => now,
    after(ms: number, call: () => void) {
      waits.push(ms / 1000);
      now += ms;
      queueMicrotask(call);
      return () => undefined;
    },
  };
  const patience = {
    signal: new AbortController().signal,
    clock,
    onActivity: () => undefined,
    onCall: () => undefined,
  };
  const end = await withRetries(
    patience,
    () => {
      calls += 1;
      now += seconds * 1000;
      return Promise.reject(error);
    },
    limits,
  ).catch((thrown: unknown) => thrown);
  return { end, calls, waits, minutes: (now - 1_000_000) / 60_000 };
}

const refused = (status: number, retryAfter?: number) =>
  new ProblemError({
    code: 1,
    message: "No",
    httpStatusCode: status,
    source: "twilio",
    ...(retryAfter ? { retryAfter } : {}),
  });

test("a call that is never answered in time is given up after some minutes, whatever a single one takes", async () => {
  const late = timedOut(120, "deadline");
  const { end, calls, minutes } = await tried(late, 120);
  expect(end).toBe(late);
  expect(calls).toBe(3);
  expect(minutes).toBeLessThan(8);
});

test("faults of the network are tried again for a minute and a half", async () => {
  const gone = earshotProblem("upstreamUnreachable", sentence("twilioUnreachable", { api: "Insights", code: "X" }));
  const { calls, waits } = await tried(gone, 0);
  expect(calls).toBe(9);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(91.5);
});

test.each([
  ["too late", timedOut(30, "deadline"), { timeouts: 1 }, 2],
  ["too late, told by Twilio", refused(504), { timeouts: 1 }, 2],
  ["a 500 that may be a refusal", refused(500), { refusals: 2 }, 3],
  ["an outage, which is none", refused(503), { refusals: 2 }, 9],
  ["a refusal that does not pass", refused(400), {}, 1],
  ["a fault that lasts", refused(501), {}, 1],
  [
    "more than is taken at once",
    earshotProblem("upstreamTooLarge", sentence("twilioTooLarge", { api: "Insights" })),
    {},
    1,
  ],
  [
    "empty pages without end",
    earshotProblem("upstreamEndless", sentence("twilioEmptyPages", { api: "Insights", count: 300 })),
    {},
    1,
  ],
  [
    "a redirect",
    earshotProblem("upstreamNotJson", sentence("twilioRedirect", { api: "Insights", status: "302", variable: "X" })),
    {},
    1,
  ],
  [
    "no proof of who it is",
    earshotProblem("upstreamUnreachable", sentence("twilioNoProof", { api: "Insights", code: "CERT_HAS_EXPIRED" })),
    {},
    1,
  ],
])("where there is another way, a call that is answered with %s is made %#", async (_, error, limits, times) => {
  expect((await tried(error, 0, limits)).calls).toBe(times);
});

test("a wait that is asked for is kept to, but not one of hours", async () => {
  expect((await tried(refused(503, 20), 0)).waits[0]).toBe(20);
  expect((await tried(refused(503, 86_400), 0)).waits[0]).toBe(60);
});
