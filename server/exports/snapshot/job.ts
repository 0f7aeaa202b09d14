import { v7 as uuidV7 } from "uuid";
import type { Job } from "../../../contract/job.ts";
import { totalOrder } from "../../../contract/order.ts";
import type { Sentence } from "../../../contract/sentence.ts";
import { sleep } from "../../clock.ts";
import { sentence } from "../../sentence.ts";
import type { JobAnswer } from "../../twilio/bulk.ts";
import { hasStatus, type RunContext } from "./context.ts";

/** Seconds between two looks at a job when Twilio does not say: the example of its documentation. */
const usualPollSeconds = 5;

/** How a job ended for the export. `refused` and `failed` come with the reason as a sentence. */
export type JobEnd = { kind: "ready"; operationId: string } | { kind: "refused" | "failed"; why: Sentence };

function ended({ status }: Job): boolean {
  return status === "COMPLETED" || status === "FAILED" || status === "CANCELLED";
}

/**
 * The operation's id. The key is in the manifest on disk before it is sent, so that whoever goes on after a crash sends
 * the same key and is given the same job.
 */
async function submitted(context: RunContext): Promise<JobAnswer<{ operationId: string }>> {
  const { manifest, bulk, patiently, save } = context;
  const { source, request } = manifest;
  if (source.operationId) return { job: { operationId: source.operationId }, retryAfter: undefined };
  for (let attempt = 0; ; attempt += 1) {
    source.idempotencyKey ??= uuidV7();
    const key = source.idempotencyKey;
    await save();
    try {
      const answer = await patiently((how) => bulk.submitJob(totalOrder(request), key, how));
      source.operationId = answer.job.operationId;
      await save();
      return answer;
    } catch (error) {
      // 422: the key is taken by another request, which can only be a clash; a new key is a new chance.
      if (!hasStatus(error, 422) || attempt > 0) throw error;
      delete source.idempotencyKey;
    }
  }
}

async function poll(context: RunContext, operationId: string, firstWait: number | undefined): Promise<Job> {
  const { bulk, patiently, signal, clock, onActivity } = context;
  let seconds = firstWait;
  for (;;) {
    if (seconds !== undefined) {
      onActivity({ kind: "preparing", until: clock.now() + seconds * 1000 });
      await sleep(clock, seconds * 1000, signal);
    }
    const { job, retryAfter } = await patiently((how) => bulk.job(operationId, how));
    if (ended(job)) return job;
    seconds = retryAfter ?? usualPollSeconds;
  }
}

/** Submits the export's query as a job, or finds the one that was submitted, and waits until it has ended. */
export async function awaitJob(context: RunContext): Promise<JobEnd> {
  const { manifest } = context;
  try {
    const { job: submit, retryAfter } = await submitted(context);
    const job = await poll(context, submit.operationId, retryAfter);
    if (job.status === "COMPLETED") return { kind: "ready", operationId: submit.operationId };
    forgetJob(context);
    const message = job.error?.message;
    const why = message ? sentence("sourceJobSaid", { message }) : sentence("sourceJobStatus", { status: job.status });
    return { kind: "failed", why };
  } catch (error) {
    if (manifest.source.operationId && hasStatus(error, 404)) {
      forgetJob(context);
      return { kind: "failed", why: sentence("sourceJobGone") };
    }
    if (!hasStatus(error, 403, 404, 405, 501)) throw error;
    return { kind: "refused", why: sentence("sourceJobRefused", { status: String(error.problem.httpStatusCode) }) };
  }
}

/** Makes the next job a new one. */
export function forgetJob({ manifest }: RunContext): void {
  delete manifest.source.operationId;
  delete manifest.source.idempotencyKey;
}
