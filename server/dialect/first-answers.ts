import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Knowledge } from "../accounts/knowledge.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { mayPass, refusalOf } from "../twilio/refusals.ts";
import type { CountPlan } from "./count-plan.ts";
import type { SentQuery } from "./ladder.ts";
import type { Lane } from "./lane.ts";
import type { ListTexts } from "./list-texts.ts";
import type { Negotiator } from "./negotiate.ts";
import { type Plan, planQuery } from "./plan.ts";
import type { RegrainPlan } from "./regrain.ts";
import { secondLook } from "./second-look.ts";
import type { Shape } from "./shape.ts";
import type { SpelledLists } from "./split-filters.ts";

/** Refused parts of one request that are found out one after the other. */
const mostRounds = 10;

type Options = {
  knowledge: Knowledge;
  negotiator: Negotiator;
  listTexts: ListTexts;
  shape(signal: AbortSignal): Promise<Shape>;
};

/** A query's plan, with the first page of its first part; a count from rows has no page yet. */
export type FirstAnswer = { plan: Plan; page: WirePage } | CountPlan | RegrainPlan;

export type FirstAnswers = (
  canonical: InsightsQueryRequest,
  pageSize: number | undefined,
  lane: Lane,
  signal: AbortSignal,
) => Promise<FirstAnswer>;

/** Asks for first pages, written as the account takes them, however often they have to be written anew. */
export function firstAnswers({ knowledge, negotiator, listTexts, shape }: Options): FirstAnswers {
  const lookAgain = secondLook(knowledge);

  /** The page; once more where the refusal may have been a fault of a moment, which must teach nothing. */
  async function ask(sent: SentQuery, lane: Lane): Promise<WirePage> {
    try {
      return await lane.first(sent);
    } catch (error) {
      const problem = refusalOf(error);
      if (!problem || !mayPass(problem) || negotiator.gaveUp(sent)) throw error;
      return await lane.first(sent);
    }
  }

  /** An export reads for long, and a list that comes meanwhile would be missing: its rows are filtered here. */
  async function listsOf(canonical: InsightsQueryRequest, lane: Lane, signal: AbortSignal): Promise<SpelledLists> {
    return lane.isPerson ? await listTexts(canonical, await shape(signal), lane) : new Map();
  }

  return async (canonical, pageSize, lane, signal) => {
    await lookAgain(canonical, lane);
    for (let round = 0; ; round += 1) {
      const lists = await listsOf(canonical, lane, signal);
      const plan = planQuery(canonical, pageSize, knowledge, await shape(signal), lists);
      if (!("sent" in plan)) return plan;
      const [sent] = plan.sent;
      if (!sent) throw earshotProblem("badRequest", sentence("requestNoQuery"));
      try {
        return { plan, page: await ask(sent, lane) };
      } catch (error) {
        const problem = refusalOf(error);
        if (!problem || round >= mostRounds) throw error;
        const explained = await negotiator.explain(sent, problem, signal);
        if (explained === "waited") continue;
        const after = planQuery(canonical, pageSize, knowledge, await shape(signal), lists);
        if (explained === "nothing" || JSON.stringify(after) === JSON.stringify(plan)) throw error;
      }
    }
  };
}
