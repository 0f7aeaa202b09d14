import { v7 as uuidV7 } from "uuid";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import { totalOrder } from "../../../contract/order.ts";
import { sleep, wallTime } from "../../clock.ts";
import { ProblemError, problemSentence } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import type { JobAnswer } from "../../twilio/bulk.ts";
import type { JobNow } from "../../twilio/read-job.ts";
import { isNetworkFault } from "../../twilio/refusals.ts";
import { hasStatus, type RunContext } from "./context.ts";
import type { RetryLimits } from "./with-retries.ts";

/** Seconds between two looks at a job when Twilio does not say: the example of its documentation. */
const usualPollSeconds = 5;
/** A job that wants to be asked later than this may have ended long before. */
const longestPollSeconds = 60;

/** A job that has not ended after so long while nothing changed is not waited for any longer, nor is any after thrice that. */
const patienceMs = 10 * 60_000;
/** One that has not even begun is no progress that is lost: the query's pages, where they come in time, are as many calls. */
const waitingMs = 2 * 60_000;

/** The query's pages are another way to the rows, so a job is not asked for as long as they are. */
const few: RetryLimits = { timeouts: 1, refusals: 2 };

/**
 * Why there is no job to be had, with a sentence that says so. `refused`: Twilio does not take one. `failed`: it ended
 * without results. `slow`: it did not end. `gone`: Twilio does not know it, or its results, any more.
 */
export type JobTrouble = {
  kind: "refused" | "failed" | "slow" | "gone";
  /** Of the refusal. */
  status?: number;
  code?: number;
  why: Sentence;
};

/** How a job ended for the export. */
export type JobEnd = { kind: "ready"; operationId: string } | JobTrouble;

/**
 * The trouble that a failure is, for which there is another way to the rows.
 *
 * @throws the failure, where the query's pages would meet it as well: the network's, wrong credentials, a stopped run.
 */
export function jobTrouble(error: unknown, kind: "refused" | "gone"): JobTrouble {
  if (!(error instanceof ProblemError) || isNetworkFault(error)) throw error;
  const { httpStatusCode: status, code, source, key } = error.problem;
  if (status === 401) throw error;
  if (kind === "gone" && (status === 404 || status === 410)) return { kind, why: sentence("sourceJobGone") };
  // What is known of the account is what Twilio said to an earlier export.
  const why =
    source === "twilio" || key === "dialectJobs"
      ? sentence("sourceJobRefused", { status: String(status) })
      : sentence("sourceJobNoAnswer", { why: problemSentence(error.problem) });
  return { kind: "refused", status, code, why };
}

/**
 * The operation's id. The key is in the manifest on disk before it is sent, so that whoever goes on after a crash sends
 * the same key and is given the same job.
 */
async function submitted(context: RunContext): Promise<JobAnswer<string>> {
  const { manifest, bulk, withRetries, save } = context;
  const { source, request } = manifest;
  if (source.operationId) return { job: source.operationId, retryAfter: undefined };
  for (let attempt = 0; ; attempt += 1) {
    source.idempotencyKey ??= uuidV7();
    const key = source.idempotencyKey;
    await save();
    try {
      const answer = await withRetries((how) => bulk.submitJob(totalOrder(request), key, how), few);
      source.operationId = answer.job;
      await save();
      return answer;
    } catch (error) {
      // 422: the key is taken by another request, which can only be a clash; a new key is a new chance.
      if (!hasStatus(error, 422) || attempt > 0) throw error;
      delete source.idempotencyKey;
    }
  }
}

/** Whether the query is too slow to be answered at once, so that there is no other way to its rows. */
function isSlow({ manifest }: RunContext): boolean {
  return manifest.notes.some(({ key }) => key === "sourceJobSlowQuery");
}

/**
 * Asks for a job until it has ended, and says until when. Undefined where it does not end, within the patience for it.
 */
async function poll(
  context: RunContext,
  operationId: string,
  firstWait: number | undefined,
): Promise<JobNow | undefined> {
  const { bulk, withRetries, signal, clock, onActivity } = context;
  const begun = clock.now();
  const endless = begun + 3 * patienceMs;
  let changed = begun;
  let last: JobNow | undefined;
  for (let seconds = firstWait; ; ) {
    const isWaiting = last?.state === "waiting";
    const end = Math.min(changed + (isWaiting && !isSlow(context) ? waitingMs : patienceMs), endless);
    if (last && clock.now() >= end) return undefined;
    if (seconds !== undefined) {
      const wait = Math.min(seconds * 1000, longestPollSeconds * 1000, end - clock.now());
      const job = last && { isWaiting, insteadAt: wallTime(clock, end) };
      onActivity({ kind: "preparing", until: wallTime(clock, clock.now() + wait), ...(job ? { job } : {}) });
      await sleep(clock, wait, signal);
    }
    const { job, retryAfter } = await withRetries((how) => bulk.job(operationId, how), few);
    if (job.state === "completed" || job.state === "failed") return job;
    if (last && job.status !== last.status) changed = clock.now();
    last = job;
    seconds = retryAfter ?? usualPollSeconds;
  }
}

function endOf(operationId: string, job: JobNow | undefined, minutes: number): JobEnd {
  if (!job) return { kind: "slow", why: sentence("sourceJobSlow", { minutes }) };
  if (job.state === "completed") return { kind: "ready", operationId };
  const { message, status } = job;
  const why = message ? sentence("sourceJobSaid", { message }) : sentence("sourceJobStatus", { status });
  return { kind: "failed", why };
}

/**
 * Submits the export's query as a job, or finds the one that was submitted, and waits until it has ended.
 *
 * @throws what the query's pages would meet as well.
 */
export async function awaitJob(context: RunContext): Promise<JobEnd> {
  const { clock } = context;
  const begun = clock.now();
  let known = false;
  try {
    const { job: operationId, retryAfter } = await submitted(context);
    known = true;
    const job = await poll(context, operationId, retryAfter);
    const end = endOf(operationId, job, Math.round((clock.now() - begun) / 60_000));
    if (end.kind !== "ready") forgetJob(context);
    return end;
  } catch (error) {
    const trouble = jobTrouble(error, known ? "gone" : "refused");
    forgetJob(context);
    return trouble;
  }
}

/** Makes the next job a new one. */
export function forgetJob({ manifest }: RunContext): void {
  delete manifest.source.operationId;
  delete manifest.source.idempotencyKey;
}
