import type { ExportActivity } from "../../../contract/export-status.ts";
import { earshotCodes } from "../../../contract/problem.ts";
import { type Clock, sleep } from "../../clock.ts";
import { ProblemError, problemSentence } from "../../problem.ts";
import type { Ask } from "../../twilio/bulk.ts";

/** How long an export waits before it asks again after a fault of the network: a minute and a half in all. */
const retryDelaysMs: readonly number[] = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];

/** What an export's calls are made under. */
export type Patience = {
  signal: AbortSignal;
  clock: Clock;
  onActivity(activity: ExportActivity): void;
  onCall(): void;
};

const passingCodes: ReadonlySet<number> = new Set([
  earshotCodes.upstreamUnreachable,
  earshotCodes.upstreamTimeout,
  earshotCodes.upstreamNotJson,
  earshotCodes.upstreamCutOff,
  earshotCodes.upstreamShape,
]);

/** Whether the same call may well succeed a little later: the network, a restart, an overload. */
function isPassing({ problem }: ProblemError): boolean {
  const { source, code, httpStatusCode: status } = problem;
  if (source === "earshot" && passingCodes.has(code) && (status >= 500 || status < 400)) return true;
  return status >= 500 || status === 408;
}

/**
 * Makes one call until it is answered. A 429 is waited out as often as it comes: whoever exports wants the whole of it,
 * and the gate holds the next call back until the account's window opens. Faults that pass are tried again for a while.
 *
 * @throws what the last attempt threw, or the signal's reason.
 */
export async function patiently<Value>(patience: Patience, call: (ask: Ask) => Promise<Value>): Promise<Value> {
  const { signal, clock, onActivity, onCall } = patience;
  const onHeld = (until: number) => onActivity({ kind: "limited", until });
  for (let attempt = 0; ; ) {
    try {
      onCall();
      return await call({ signal, onHeld });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ProblemError)) throw error;
      if (error.problem.httpStatusCode === 429) continue;
      const delay = retryDelaysMs[attempt];
      if (delay === undefined || !isPassing(error)) throw error;
      attempt += 1;
      const wait = Math.max(delay, (error.problem.retryAfter ?? 0) * 1000);
      onActivity({ kind: "retrying", until: clock.now() + wait, attempt, why: problemSentence(error.problem) });
      await sleep(clock, wait, signal);
    }
  }
}
