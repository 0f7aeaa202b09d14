import type { ExportActivity } from "../../../contract/export-status.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { type Clock, sleep, wallTime } from "../../clock.ts";
import { ProblemError, problemSentence } from "../../problem.ts";
import type { Ask } from "../../twilio/bulk.ts";
import { isRefusal, isTimeout } from "../../twilio/refusals.ts";
import { longestTrustedSeconds, shortHoldSeconds } from "../../twilio/retry-after.ts";

/** How long an export waits before it asks again after a fault of the network: a minute and a half in all. */
const retryDelaysMs: readonly number[] = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];

/** No call is tried again after so long: whoever exports wants to know by then that it does not go on. */
const longestMs = 5 * 60_000;

/** What an export's calls are made under. */
export type Patience = {
  signal: AbortSignal;
  clock: Clock;
  onActivity(activity: ExportActivity): void;
  onCall(): void;
};

/** How often a call is made again where there is another way to the rows; as often as it may help unless given. */
export type Limits = {
  /** After it took too long. */
  timeouts?: number;
  /** After an answer that may refuse what was asked, although it looks like trouble that passes. */
  refusals?: number;
};

const passingCodes: ReadonlySet<number> = new Set([
  earshotCodes.upstreamUnreachable,
  earshotCodes.upstreamTimeout,
  earshotCodes.upstreamNotJson,
  earshotCodes.upstreamCutOff,
  earshotCodes.upstreamShape,
]);

/** Faults of the network that last until somebody changes an address, or what stands at it. */
const lastingKeys: ReadonlySet<string | undefined> = new Set(["twilioRedirect", "twilioNoProof"]);

/** Statuses of a server's faults that say that it cannot, not that it cannot now. */
const lastingStatuses: ReadonlySet<number> = new Set([501, 505]);

/** Whether the same call may well succeed a little later: the network, a restart, an overload. */
function isPassing({ problem }: ProblemError): boolean {
  const { source, code, key, httpStatusCode: status } = problem;
  if (lastingKeys.has(key) || lastingStatuses.has(status)) return false;
  // What Earshot itself says no to, it says no to again.
  if (source === "earshot" && !passingCodes.has(code)) return false;
  return status >= 500 || status === 408;
}

/** What the answer asks to be waited, unless that is so long that it must be misread. */
function askedWaitMs({ problem }: ProblemError): number {
  const seconds = problem.retryAfter ?? 0;
  return (seconds > longestTrustedSeconds ? shortHoldSeconds : seconds) * 1000;
}

/**
 * Makes one call until it is answered. A 429 is waited out as often as it comes: whoever exports wants the whole of it,
 * and the gate holds the next call back until the account's window opens. Faults that pass are tried again for a while.
 *
 * @throws what the last attempt threw, or the signal's reason.
 */
export async function patiently<Value>(
  patience: Patience,
  call: (ask: Ask) => Promise<Value>,
  limits: Limits = {},
): Promise<Value> {
  const { signal, clock, onActivity, onCall } = patience;
  const { timeouts = Number.POSITIVE_INFINITY, refusals = Number.POSITIVE_INFINITY } = limits;
  const onHeld = (until: number) => onActivity({ kind: "limited", until: wallTime(clock, until) });
  const failed = { late: 0, refused: 0 };
  let firstFailure: number | undefined;
  for (let attempt = 0; ; ) {
    const begun = clock.now();
    try {
      onCall();
      return await call({ signal, onHeld });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.httpStatusCode === 429) continue;
      firstFailure ??= begun;
      if (isTimeout(error)) failed.late += 1;
      else if (isRefusal(error)) failed.refused += 1;
      const delay = retryDelaysMs[attempt];
      const isOver = failed.late > timeouts || failed.refused > refusals || clock.now() - firstFailure > longestMs;
      if (delay === undefined || isOver || !isPassing(error)) throw error;
      attempt += 1;
      const wait = Math.max(delay, askedWaitMs(error));
      const until = wallTime(clock, clock.now() + wait);
      onActivity({ kind: "retrying", until, attempt, why: problemSentence(error.problem) });
      await sleep(clock, wait, signal);
    }
  }
}
