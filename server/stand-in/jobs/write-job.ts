import type { Job as JobBody, JobSubmit } from "../../../contract/job.ts";
import type { Job, Jobs } from "./jobs.ts";

/** A period in ISO 8601: whole days as days, all else in seconds. */
function writePeriod(ms: number): string {
  return ms % 86_400_000 === 0 ? `P${ms / 86_400_000}D` : `PT${ms / 1000}S`;
}

/** The answer to a submitted job. */
export function writeSubmitted(jobs: Jobs, job: Job, statusUrl: string): JobSubmit {
  const { status } = jobs.stateOf(job);
  return { operationId: job.id, status, statusUrl, createdAt: new Date(job.createdAt).toISOString() };
}

/** The state of a job; what belongs to its end is left out before. */
export function writeJob(jobs: Jobs, job: Job, statusUrl: string): JobBody {
  const { status, completedAt } = jobs.stateOf(job);
  const body = writeSubmitted(jobs, job, statusUrl);
  if (completedAt === undefined) return body;
  const ended = { ...body, completedAt: new Date(completedAt).toISOString() };
  if (status === "FAILED") return { ...ended, error: job.failure };
  return {
    ...ended,
    resultUrl: `${statusUrl}/Results`,
    resultId: job.id,
    resultRetentionPeriod: writePeriod(jobs.times.retentionMs),
  };
}
