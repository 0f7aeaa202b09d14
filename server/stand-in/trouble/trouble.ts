import { type NextFunction, type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { Account } from "../account.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { putParameter } from "../http/parameter.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { RateLimit } from "../options.ts";
import { expired } from "../paging/token.ts";
import { answerWith } from "./answers.ts";
import { arrivalControl, faultControl, Ordered } from "./control.ts";
import { type FaultOrder, isAnswerFault } from "./fault-order.ts";
import { refuseArrayOrder } from "./order.ts";
import { refuseLargePage, repeatRow, type Spoiled, SpoiledTokens, sendEmpty } from "./pages.ts";
import { idSentinel, takeSentinel } from "./sentinel.ts";

const submittedSchema = z.looseObject({ operationId: z.string() });
const timedOut = {
  code: 50001,
  message: "Query execution timeout exceeded",
  httpStatusCode: 504,
  detail: "ClickHouse query exceeded the 120s execution limit for this account.",
};

/** Remembers for each job what was wanted of it when it was submitted. */
function watchSubmission(res: Response, wanted: FaultOrder, jobs: Jobs, results: Map<string, FaultOrder>): void {
  const json = res.json.bind(res);
  res.json = (body: unknown) => {
    const submitted = submittedSchema.safeParse(body);
    const job = submitted.success ? jobs.find(submitted.data.operationId) : undefined;
    if (job && wanted.fault === "job-failed") job.failure = timedOut;
    else if (job) results.set(job.id, wanted);
    return json(body);
  };
}

/** Faults on purpose, before the routes that know of none. It takes over where one is wanted and lets all else pass. */
function spoilAnswers(ordered: Ordered, jobs: Jobs, catalogue: Catalogue, limit?: RateLimit): RequestHandler {
  const spoiledTokens = new SpoiledTokens();
  const results = new Map<string, FaultOrder>();
  const had = new Set<string>();

  function isOver(wanted: FaultOrder, key: string): boolean {
    if (!wanted.once) return false;
    const over = had.has(key);
    had.add(key);
    return over;
  }

  /** The first page, or the only answer. */
  function spoil(wanted: FaultOrder, req: Request, res: Response, next: NextFunction): void {
    const { fault, later } = wanted;
    if (isAnswerFault(fault) && !later) {
      if (isOver(wanted, `${fault} ${req.url} ${JSON.stringify(req.body)}`)) next();
      else answerWith(fault, res, next, limit);
      return;
    }
    if (fault === "pagesize") refuseLargePage(req.query.pageSize);
    else if (fault !== "job-failed" && fault !== "order") spoiledTokens.spoilNext(res, wanted);
    next();
  }

  /** The second page. */
  function spoilSecond(spoiled: Spoiled, req: Request, res: Response, next: NextFunction): void {
    putParameter(req, "pageToken", spoiled.token);
    const { fault, once } = spoiled.wanted;
    const over = spoiled.mended;
    spoiled.mended = once;
    if (over) next();
    else if (isAnswerFault(fault)) answerWith(fault, res, next, limit);
    else if (fault === "expired") throw expired();
    else if (fault === "empty") sendEmpty(res, spoiled);
    else {
      repeatRow(res, spoiled.page);
      next();
    }
  }

  function spoilPosted(req: Request, res: Response, next: NextFunction): void {
    const { wanted, body } = takeSentinel(req.body);
    req.body = body;
    if (wanted?.fault === "order") refuseArrayOrder(body, catalogue);
    if (!wanted || wanted.fault === "order") next();
    else if (req.path.endsWith("/QueryJobs") && (wanted.later || !isAnswerFault(wanted.fault))) {
      watchSubmission(res, wanted, jobs, results);
      next();
    } else spoil(wanted, req, res, next);
  }

  function spoilRead(req: Request, res: Response, next: NextFunction): void {
    const [, job] = /\/QueryJobs\/([^/]+)\/Results$/.exec(req.path) ?? [];
    const wanted = results.get(job ?? "") ?? idSentinel(req.path, req.query.conversationId);
    const spoiled = spoiledTokens.find(req.query.pageToken);
    if (spoiled) spoilSecond(spoiled, req, res, next);
    else if (wanted && req.query.pageToken === undefined) spoil(wanted, req, res, next);
    else next();
  }

  return (req, res, next) => {
    const fault = ordered.take(req.path);
    if (fault) answerWith(fault, res, next, limit);
    else if (req.method === "POST") spoilPosted(req, res, next);
    else spoilRead(req, res, next);
  };
}

/** The two parts of it: what has to stand before credentials are asked for, and what comes after bodies are read. */
export function provokeFaults(
  jobs: Jobs,
  account: Account,
  limit?: RateLimit,
): { control: Router; spoil: RequestHandler } {
  const ordered = new Ordered();
  const control = Router().use(faultControl(ordered)).use(arrivalControl(account));
  return { control, spoil: spoilAnswers(ordered, jobs, account.catalogue, limit) };
}
