import { earshotCodes } from "../../contract/problem.ts";
import { InsightsError } from "./errors.ts";

/** Sizes that are tried instead of one whose page was too large. Few: a page that is too large is a costly try. */
const sizes = [100, 10, 1] as const;

/** Whether an answer was too large to be taken: the same page of fewer rows may not be. */
function isTooLargePage(error: unknown): boolean {
  const problem = error instanceof InsightsError ? error.problem : undefined;
  if (problem?.code === earshotCodes.upstreamTooLarge) return true;
  return problem?.source === "twilio" && problem.httpStatusCode === 413;
}

/**
 * The smaller page size to try after a page of the given size has failed; undefined where that was not for its size,
 * or it was as small as it gets. A page token carries the size of its pages, so smaller ones are those of another query.
 */
export function smallerSize(error: unknown, size: number): number | undefined {
  return isTooLargePage(error) ? sizes.find((one) => one < size) : undefined;
}
