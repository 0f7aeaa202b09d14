import { type Request, Router } from "express";
import { type JobStatus, jobStatusSchema } from "../../../contract/job.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Account } from "../account.ts";
import { planQuery } from "../compile/plan.ts";
import type { Job, Jobs } from "../jobs/jobs.ts";
import { writeJob, writeSubmitted } from "../jobs/write-job.ts";
import { readPage } from "../paging/read-page.ts";
import type { TokenContent, Tokens } from "../paging/token.ts";
import { writePage } from "../paging/write-page.ts";
import { readQueryBody } from "./body.ts";
import { badRequest, TwilioError } from "./errors.ts";
import { wrongMethod } from "./fallbacks.ts";
import { goneSignal } from "./gone.ts";
import { readAskedPage, writeListMeta } from "./lists.ts";

const path = "/v3/InsightsDomains/Conversations/QueryJobs";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function urlOf(req: Request, job: Job): string {
  return `${req.protocol}://${req.get("host") ?? "localhost"}${path}/${job.id}`;
}

function retryAfter(jobs: Jobs, job: Job): string {
  return String(Math.max(1, Math.ceil(jobs.stateOf(job).remainingMs / 1000)));
}

function readStatus(req: Request): JobStatus | undefined {
  if (req.query.status === undefined) return undefined;
  const status = jobStatusSchema.safeParse(req.query.status);
  if (status.success) return status.data;
  throw badRequest("status must be one of the statuses of a job", { status: String(req.query.status) });
}

function readKey(req: Request): string | undefined {
  const key = req.get("idempotency-key");
  if (key === undefined || uuid.test(key)) return key?.toLowerCase();
  throw badRequest("Idempotency-Key must be a UUID", { "Idempotency-Key": key.slice(0, 100) });
}

/** QueryJobs: submit, list, poll, and read the results. */
export function jobRoutes(account: Account, jobs: Jobs, tokens: Tokens): Router {
  function submit(key: string | undefined, request: InsightsQueryRequest): Job {
    planQuery(account.catalogue, request);
    const take = () => jobs.submit(request, account.count());
    const job = key === undefined ? take() : jobs.submitOnce(key, request, take);
    if (job) return job;
    throw new TwilioError(422, "Idempotency-Key was used for another request before", { "Idempotency-Key": key ?? "" });
  }

  function find(req: Request<{ id: string }>): Job {
    const job = jobs.find(req.params.id);
    if (job) return job;
    throw new TwilioError(404, `The operation ${req.params.id} was not found`);
  }

  function findCompleted(req: Request<{ id: string }>): Job {
    const job = find(req);
    if (jobs.stateOf(job).status === "COMPLETED" && jobs.clock() < jobs.resultsEnd(job)) return job;
    throw new TwilioError(404, `The operation ${job.id} has no results`);
  }

  const router = Router();
  router
    .route(path)
    .post((req, res) => {
      const job = submit(readKey(req), readQueryBody(req.body));
      const url = urlOf(req, job);
      res.status(202).set({ Location: url, "Retry-After": retryAfter(jobs, job) });
      res.json(writeSubmitted(jobs, job, url));
    })
    .get((req, res) => {
      const status = readStatus(req);
      const list = `jobs ${status ?? ""}`;
      const { size, position } = readAskedPage(req, tokens, list);
      const found = jobs.list(Number(position?.[0] ?? Number.POSITIVE_INFINITY), status);
      const page = found.slice(0, size);
      const last = found.length > size ? page.at(-1) : undefined;
      const next = last && [last.place];
      res.json({
        items: page.map((job) => writeJob(jobs, job, urlOf(req, job))),
        meta: writeListMeta(tokens, { list, key: "items", size, count: page.length, next }, account.catalogue.endToken),
      });
    })
    .all(wrongMethod);

  router
    .route(`${path}/:id`)
    .get((req, res) => {
      const job = find(req);
      if (jobs.stateOf(job).completedAt === undefined) res.set("Retry-After", retryAfter(jobs, job));
      res.json(writeJob(jobs, job, urlOf(req, job)));
    })
    .all(wrongMethod);

  router
    .route(`${path}/:id/Results`)
    .get(async (req, res) => {
      const job = findCompleted(req);
      const { size, direction, position } = readAskedPage(req, tokens, job.id);
      // Conversations never change, so those that were there when the job was submitted are its snapshot.
      const cursor = { direction, below: job.below, ...(position && { position }) };
      const rows = await readPage(account, job.request, size, cursor, goneSignal(res));
      const write = (direction: TokenContent["direction"], position: TokenContent["position"]) =>
        tokens.write({ query: job.id, size, direction, position }, jobs.resultsEnd(job));
      res.json(writePage(account, rows, "Conversations", write));
    })
    .all(wrongMethod);
  return router;
}
