import { earshotCodes, expiredStatuses, type Problem } from "../../contract/problem.ts";
import { ProblemError } from "../messages/problem.ts";

/** Codes of the network's faults: nothing was said about the request. */
const networkCodes: ReadonlySet<number> = new Set([earshotCodes.upstreamUnreachable, earshotCodes.upstreamCutOff]);

/** Statuses that say nothing of the request's parts: who asks, how often, and whether anybody is there to answer. */
const otherStatuses: ReadonlySet<number> = new Set([401, 403, 407, 408, 425, 429]);

/**
 * Faults of a server that young APIs also answer with to what they cannot do. All others speak of the moment: a gateway
 * with nobody behind it, an overload.
 */
const refusingFaults: ReadonlySet<number> = new Set([500, 501]);

/** Whether a failure is the network's, and not an answer. */
export function isNetworkFault({ problem }: ProblemError): boolean {
  return networkCodes.has(problem.code);
}

/** Twilio's number for a query that it worked on for too long, and what ClickHouse says of one. */
const timeoutCode = 50001;
const timeoutWords = /TIMEOUT_EXCEEDED|\bCode: 159\b|execution time(out)? exceeded/i;

/**
 * Whether a query took too long: the answer did not come in time, or says so. The same query will mostly take as long
 * again, but a job has more time for it.
 */
export function isTimeout(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { code, httpStatusCode: status, source, message } = error.problem;
  if (code === earshotCodes.upstreamTimeout || status === 408 || status === 504) return true;
  return source === "twilio" && (code === timeoutCode || timeoutWords.test(message));
}

/**
 * Whether an answer refuses something that was asked, as far as its status tells: a part of it, or all of it. Whether the
 * API is there at all, only the plainest query tells. An answer that is too large to be read is refused by Earshot, and a
 * smaller one would not be.
 */
export function isRefusal(error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError) || isTimeout(error)) return false;
  const { code, httpStatusCode: status, source } = error.problem;
  if (code === earshotCodes.upstreamTooLarge) return true;
  // A page of HTML may stand between, with the status of what it stands for.
  if (source === "earshot" && code !== earshotCodes.upstreamNotJson) return false;
  return refusingFaults.has(status) || (status >= 400 && status < 500 && !otherStatuses.has(status));
}

/** Whether an answer, or a request, was too large: the same page of fewer rows may not be. */
export function isTooLarge(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { code, httpStatusCode, source } = error.problem;
  return code === earshotCodes.upstreamTooLarge || (source === "twilio" && httpStatusCode === 413);
}

/**
 * Whether a token or a job's results are not taken any more: both are only ever asked for with what Twilio itself gave.
 */
export function isExpired(error: unknown): boolean {
  return error instanceof ProblemError && expiredStatuses.has(error.problem.httpStatusCode);
}

/** The problem of an error that is the API's refusal of a request; undefined for everything else. */
export function refusalOf(error: unknown): Problem | undefined {
  return isRefusal(error) ? error.problem : undefined;
}

/** Whether a refusal may have been a fault of one moment: then it is worth asking the same once more. */
export function mayPass({ httpStatusCode }: Problem): boolean {
  return httpStatusCode === 500;
}
