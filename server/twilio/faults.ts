import { earshotProblem, type ProblemError } from "../problem.ts";

/** Where a call was when it failed: nothing had come back yet, or the body was on its way. */
export type Phase = "asking" | "reading";

/** The API that all of Earshot is about; the others say their names. */
export const usualApi = "Insights API";

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  // Happy Eyeballs reports a refused "localhost" as an AggregateError of one error per address.
  if (error instanceof AggregateError && !("code" in error)) return codeOf(error.errors[0]);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

function unreachable(code: string, api: string): string {
  if (code === "ECONNREFUSED") return `The ${api} refused the connection`;
  if (/^(ENOTFOUND|EAI_)/.test(code)) return `The address of the ${api} was not found`;
  if (/CERT|SIGNATURE|SSL|TLS/.test(code)) return `The ${api} could not prove who it is (TLS)`;
  return `The ${api} could not be reached`;
}

/** The answer took longer than allowed, connecting included. */
export function timedOut(seconds: number, reason: string, api = usualApi): ProblemError {
  return earshotProblem("upstreamTimeout", `The ${api} did not answer within ${seconds} seconds.`, { reason });
}

/** Turns what the HTTP client threw into the one problem that the browser is told. */
export function asFault(error: unknown, phase: Phase, timeoutSeconds: number, api = usualApi): ProblemError {
  const code = codeOf(error);
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") return timedOut(timeoutSeconds, code, api);
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") {
    return earshotProblem("upstreamTooLarge", `The ${api} answered with more than Earshot takes at once.`, {
      reason: code,
    });
  }
  if (phase === "reading") {
    return earshotProblem("upstreamCutOff", `The answer of the ${api} ended before it was whole.`, {
      reason: code,
    });
  }
  return earshotProblem("upstreamUnreachable", `${unreachable(code, api)} (${code}).`, { reason: code });
}
