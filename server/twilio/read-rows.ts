import { earshotProblem } from "../problem.ts";
import { ScanError } from "./json-scan.ts";
import { refuseUnlessJson } from "./read-answer.ts";
import { PageShapeError, type RawPage, scanPage } from "./scan-page.ts";
import type { RawAnswer } from "./transport.ts";

/**
 * The rows of an answer, byte for byte.
 *
 * @throws ProblemError for every answer that is not a whole page of the documented shape.
 */
export function readRows(answer: RawAnswer): RawPage {
  refuseUnlessJson(answer);
  try {
    return scanPage(answer.bytes);
  } catch (error) {
    if (error instanceof PageShapeError) {
      throw earshotProblem(
        "upstreamShape",
        `The answer of the Insights API does not have the documented shape: ${error.message}`,
      );
    }
    if (!(error instanceof ScanError)) throw error;
    throw error.at >= answer.bytes.length
      ? earshotProblem("upstreamCutOff", "The answer of the Insights API ended before it was whole.")
      : earshotProblem("upstreamNotJson", "The Insights API answered with something that is not JSON.");
  }
}
