import type { Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Knowledge } from "../../accounts/knowledge.ts";
import type { Lane } from "../lane.ts";
import { readRow } from "../leave-out.ts";
import { type Plan, planQuery } from "../plan.ts";
import type { Shape } from "../shape.ts";
import type { Known } from "../split-filters.ts";
import { translate } from "../translate.ts";

/** What questions to the account go through. */
export type Asking = { knowledge: Knowledge; shape: Shape; lane: Lane };

/** The first page of a plan's first query, to be held against others. */
export type Answer = Asking & {
  plan: Plan;
  /** In the one form, before any are left out. */
  rows: readonly Buffer[];
  /** Whether it is all of the query. */
  isEnd: boolean;
};

/** Rows that are asked for at once. */
export const mostRows = 1000;

/**
 * The rows of one more query, in the one form; undefined where the account does not take it in one plain query.
 *
 * @param known what the query is written by.
 * @throws ProblemError for what the call fails with.
 */
export async function askOnce(
  request: InsightsQueryRequest,
  { knowledge, shape, lane }: Asking,
  known: Known = knowledge,
): Promise<Row[] | undefined> {
  const isCount = (request.query.dimensions ?? []).length === 0;
  const plan = planQuery(request, isCount ? undefined : mostRows, known, shape);
  if (!("sent" in plan) || plan.left.length + plan.later.length > 0) return undefined;
  const [sent, ...more] = plan.sent;
  if (!sent || more.length > 0) return undefined;
  const page = await lane.first(sent);
  return (await translate(plan, page, shape, { knowledge, lane })).rows.map(readRow);
}
