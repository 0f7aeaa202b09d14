import type { ExportActivity } from "../../../contract/export-status.ts";
import { type Clock, sleep, wallTime } from "../../clock.ts";
import { ProblemError, problemSentence } from "../../messages/problem.ts";
import type { Ask } from "../../twilio/bulk.ts";
import { isRefusal, isTimeout } from "../../twilio/refusals.ts";
import { longestTrustedSeconds, shortHoldSeconds } from "../../twilio/retry-after.ts";
import { retryDelaysMs, retryOf } from "./retries.ts";

/** No call is tried again after so long: whoever exports wants to know by then that it does not go on. */
const longestMs = 5 * 60_000;

/** What an export's calls are made under. */
export type RetryContext = {
  signal: AbortSignal;
  clock: Clock;
  onActivity(activity: ExportActivity): void;
  onCall(): void;
};

/** How often a call is made again where there is another way to the rows; as often as it may help unless given. */
export type RetryLimits = {
  /** After it took too long. */
  timeouts?: number;
  /** After an answer that may refuse what was asked, although it looks like trouble that passes. */
  refusals?: number;
};

/** What the answer asks to be waited, unless that is so long that it must be misread. */
function askedWaitMs({ problem }: ProblemError): number {
  const seconds = problem.retryAfter ?? 0;
  return (seconds > longestTrustedSeconds ? shortHoldSeconds : seconds) * 1000;
}

/**
 * Makes one call until it is answered. A 429 is waited out as often as it comes: whoever exports wants the whole of it,
 * and the gate holds the next call back until the account's window opens. Other faults are tried again as `retryOf` says.
 *
 * @throws what the last attempt threw, or the signal's reason.
 */
export async function withRetries<Value>(
  context: RetryContext,
  call: (ask: Ask) => Promise<Value>,
  limits: RetryLimits = {},
): Promise<Value> {
  const { signal, clock, onActivity, onCall } = context;
  const { timeouts = Number.POSITIVE_INFINITY, refusals = Number.POSITIVE_INFINITY } = limits;
  const onHeld = (until: number) => onActivity({ kind: "limited", until: wallTime(clock, until) });
  const failed = { late: 0, refused: 0, minutes: 0, seconds: 0 };
  let firstFailure: number | undefined;
  for (;;) {
    const begun = clock.now();
    try {
      onCall();
      return await call({ signal, onHeld });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ProblemError)) throw error;
      const retry = retryOf(error.problem);
      if (retry === "held") continue;
      firstFailure ??= begun;
      if (isTimeout(error)) failed.late += 1;
      else if (isRefusal(error)) failed.refused += 1;
      const delay = retry === "never" ? undefined : retryDelaysMs[retry][failed[retry]];
      const isOver = failed.late > timeouts || failed.refused > refusals || clock.now() - firstFailure > longestMs;
      if (retry === "never" || delay === undefined || isOver) throw error;
      failed[retry] += 1;
      const wait = Math.max(delay, askedWaitMs(error));
      const until = wallTime(clock, clock.now() + wait);
      const attempt = failed.minutes + failed.seconds;
      onActivity({ kind: "retrying", until, attempt, why: problemSentence(error.problem) });
      await sleep(clock, wait, signal);
    }
  }
}
