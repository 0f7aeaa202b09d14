import type { JobStatus, OperationError } from "../../../contract/job.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { JobTimes } from "../options.ts";
import { newTtid } from "../sample/ttid.ts";

const dayMs = 86_400_000;
const keyLifeMs = dayMs;
const usualTimes: JobTimes = { pendingMs: 300, runningMs: 1200, retentionMs: 7 * dayMs };
/** Jobs are small, but a server may run for months. */
const most = 10_000;

/** A submitted query. What becomes of it is decided when it is submitted; only the time has to come. */
export type Job = {
  id: string;
  /** Counts the jobs: the later one has the higher number. */
  place: number;
  request: InsightsQueryRequest;
  /** Conversations numbered below were there when the job was submitted. */
  below: number;
  createdAt: number;
  /** Why it will have failed in the end. */
  failure: OperationError | undefined;
};

export type JobState = { status: JobStatus; completedAt: number | undefined; remainingMs: number };

/** The jobs of an account. */
export class Jobs {
  readonly times: JobTimes;
  readonly #byId = new Map<string, Job>();
  readonly #keys = new Map<string, { body: string; id: string; at: number }>();
  #next = 0;

  /** The epoch millisecond. */
  readonly clock: () => number;

  constructor(clock: () => number, times: Partial<JobTimes> = {}) {
    this.clock = clock;
    this.times = { ...usualTimes, ...times };
  }

  /** Takes a query on. The oldest job makes room when there are too many. */
  submit(request: InsightsQueryRequest, below: number, failure?: OperationError): Job {
    const createdAt = this.clock();
    const job = { id: newTtid("proc_job", createdAt), place: this.#next++, request, below, createdAt, failure };
    this.#byId.set(job.id, job);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > most && oldest !== undefined) this.#byId.delete(oldest);
    return job;
  }

  /**
   * As {@link submit}, once for each key within 24 hours.
   *
   * @returns undefined when the key came with another body before.
   */
  submitOnce(key: string, request: InsightsQueryRequest, submit: () => Job): Job | undefined {
    this.#forgetOldKeys();
    const body = JSON.stringify(request);
    const known = this.#keys.get(key);
    const job = known && this.#byId.get(known.id);
    if (known && job) return known.body === body ? job : undefined;
    const made = submit();
    this.#keys.set(key, { body, id: made.id, at: made.createdAt });
    return made;
  }

  find(id: string): Job | undefined {
    return this.#byId.get(id);
  }

  /** Where a job is by now. */
  stateOf(job: Job): JobState {
    const age = this.clock() - job.createdAt;
    const length = this.times.pendingMs + this.times.runningMs;
    if (age < length) {
      const status = age < this.times.pendingMs ? "PENDING" : "RUNNING";
      return { status, completedAt: undefined, remainingMs: length - age };
    }
    return { status: job.failure ? "FAILED" : "COMPLETED", completedAt: job.createdAt + length, remainingMs: 0 };
  }

  /** When a job's results are thrown away. */
  resultsEnd(job: Job): number {
    return job.createdAt + this.times.pendingMs + this.times.runningMs + this.times.retentionMs;
  }

  /** Jobs submitted before a place, newest first; those of one status when one is given. */
  list(before: number, status: JobStatus | undefined): Job[] {
    return [...this.#byId.values()]
      .reverse()
      .filter((job) => job.place < before && (status === undefined || this.stateOf(job).status === status));
  }

  #forgetOldKeys(): void {
    for (const [key, { at }] of this.#keys) {
      if (at + keyLifeMs > this.clock()) return;
      this.#keys.delete(key);
    }
  }
}
