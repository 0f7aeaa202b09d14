import { earshotProblem } from "../problem.ts";
import { sentence } from "../sentence.ts";
import { usualApi } from "./faults.ts";
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
  const api = answer.api ?? usualApi;
  refuseUnlessJson(answer);
  try {
    return scanPage(answer.bytes);
  } catch (error) {
    if (error instanceof PageShapeError) {
      throw earshotProblem("upstreamShape", sentence("twilioShape", { api, fault: error.sentence }));
    }
    if (!(error instanceof ScanError)) throw error;
    throw error.at >= answer.bytes.length
      ? earshotProblem("upstreamCutOff", sentence("twilioCutOff", { api }))
      : earshotProblem("upstreamNotJson", sentence("twilioNotJson", { api }));
  }
}
