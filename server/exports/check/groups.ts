import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { ProblemError } from "../../messages/problem.ts";
import type { RunContext } from "../snapshot/context.ts";
import { countRequest, noteInexact } from "./count.ts";

/** Groups that are asked for at once: what is on further pages is not added up. */
const mostGroups = 1000;

/**
 * Asks for the conversations in groups, as a screen does: beside the count of all, they show whether counts are rounded,
 * approximate or end at a number, which the check then knows. One call, and what the dialect needs for a proof.
 */
export async function lookAtGroups(context: RunContext): Promise<void> {
  const { bulk, withRetries, manifest } = context;
  const { check, request } = manifest;
  if (!check || (check.roundedTo ?? check.offBy ?? check.cappedAt) !== undefined) return;
  const field = await context.groupField();
  if (field === undefined) return;
  const counted = countRequest(request, check.count);
  const asked: InsightsQueryRequest = { ...counted, query: { ...counted.query, dimensions: [field] } };
  try {
    const limits = { timeouts: 1, refusals: 1 };
    noteInexact(context, await withRetries((how) => bulk.firstPage(asked, mostGroups, how), limits));
  } catch (error) {
    // Without groups the count is all that there is.
    if (!(error instanceof ProblemError)) throw error;
  }
}
