import type { Problem } from "../../contract/problem.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { Bulk } from "../twilio/bulk.ts";
import { mayPass, refusalOf } from "../twilio/refusals.ts";
import type { Upstream } from "../twilio/upstream.ts";
import { exportLane } from "./lane.ts";
import { leaveOut, mustBeReturned } from "./leave-out.ts";
import { type Plan, planQuery } from "./plan.ts";
import type { Shape } from "./shape.ts";
import { isOwn, translate } from "./translate.ts";

type JobOptions = { upstream: Upstream; knowledge: Knowledge; shape(signal: AbortSignal): Promise<Shape> };

/** Query jobs of an account in the account's own way. */
export function jobCalls({ upstream, knowledge, shape }: JobOptions): Pick<Bulk, "submitJob" | "job" | "results"> {
  const { bulk } = upstream;
  /** Jobs that were refused in a way that may pass, one after the other. */
  let faults = 0;

  function learn(problem: Problem): void {
    const { httpStatusCode: status, code } = problem;
    faults = mayPass(problem) ? faults + 1 : 0;
    // 422 speaks of the key: it was used for another request.
    if (status !== 422 && faults !== 1) knowledge.learn({ kind: "no-jobs", how: "refused", status, code });
  }

  /** The plan of a query that a job can take: one query, whose rows need nothing but translation. */
  async function planFor(request: InsightsQueryRequest, signal: AbortSignal): Promise<Plan> {
    const plan = planQuery(request, undefined, knowledge, await shape(signal));
    if (!("sent" in plan) || plan.sent.length !== 1 || plan.later.length + plan.laterMeasures.length > 0) {
      throw earshotProblem("notCountable", sentence("dialectNoJob"), { status: 501 });
    }
    return plan;
  }

  return {
    job: (operationId, ask) => bulk.job(operationId, ask),
    async submitJob(request, key, ask) {
      const refused = knowledge.find("no-jobs");
      if (refused) {
        const { status = 501 } = refused;
        throw earshotProblem("notCountable", sentence("dialectJobs"), { status });
      }
      const [sent] = (await planFor(request, ask.signal)).sent;
      try {
        const answer = await bulk.submitJob(sent?.request ?? request, key, ask);
        faults = 0;
        return answer;
      } catch (error) {
        const problem = refusalOf(error);
        if (problem) learn(problem);
        throw error;
      }
    },
    async results(operationId, pageSize, token, ask, request) {
      const page = await bulk.results(operationId, pageSize, token, ask);
      if (!request) return page;
      const plan = await planFor(request, ask.signal);
      const known = await shape(ask.signal);
      const translated = await translate(plan, page, known, { knowledge, lane: exportLane(upstream, ask) });
      if (!isOwn(plan, translated)) return page;
      if (translated.rows.length > 0) mustBeReturned(plan.left, translated.marks.notReturned);
      const { rows } = leaveOut(plan, translated.rows, known);
      return { ...page, rows: [...rows], marks: translated.marks };
    },
  };
}
