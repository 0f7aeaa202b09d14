import type { Sentence } from "../../contract/messages/sentence.ts";
import { earshotProblem, type ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";

/** Where a call was when it failed: nothing had come back yet, or the body was on its way. */
export type Phase = "asking" | "reading";

/** The API that all of Earshot is about; the others say their names. */
export const usualApi = "Insights";

/** Where all of its paths begin. */
export const insightsPath = "/v3/InsightsDomains/Conversations";

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  // Happy Eyeballs reports a refused "localhost" as an AggregateError of one error per address.
  if (error instanceof AggregateError && !("code" in error)) return codeOf(error.errors[0]);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** What a connection that is gone says, whoever ended it. */
const resets: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/** Whether a connection was lost without an answer, which happens to one that was kept open: a new one may do. */
export function isReset(error: unknown): boolean {
  return resets.has(codeOf(error));
}

/** What a proxy said instead of opening a tunnel; undici has its status in a sentence only. */
function refusalOfProxy(error: unknown): string | undefined {
  return error instanceof Error ? /^Proxy response \((\d{3})\)/.exec(error.message)?.[1] : undefined;
}

/** The tunnel is asked for first, so that an address that is not there is the proxy's. */
function stoppedByProxy(error: unknown, api: string): Sentence | undefined {
  const code = refusalOfProxy(error) ?? codeOf(error);
  return /^(\d|ECONNREFUSED|ENOTFOUND|EAI_)/.test(code) ? sentence("twilioProxy", { api, code }) : undefined;
}

function unreachable(code: string, api: string): Sentence {
  if (code === "ECONNREFUSED") return sentence("twilioRefused", { api, code });
  if (/^(ENOTFOUND|EAI_)/.test(code)) return sentence("twilioNoAddress", { api, code });
  if (/CERT|SIGNATURE|SSL|TLS/.test(code)) return sentence("twilioNoProof", { api, code });
  return sentence("twilioUnreachable", { api, code });
}

/** The answer took longer than allowed, connecting included. */
export function timedOut(seconds: number, reason: string, api = usualApi): ProblemError {
  return earshotProblem("upstreamTimeout", sentence("twilioTimeout", { api, seconds }), { reason });
}

type Asked = { timeoutSeconds: number; api?: string; byProxy?: boolean };

/** Turns what the HTTP client threw into the one problem that the browser is told. */
export function asFault(
  error: unknown,
  phase: Phase,
  { timeoutSeconds, api = usualApi, byProxy = false }: Asked,
): ProblemError {
  const code = codeOf(error);
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") return timedOut(timeoutSeconds, code, api);
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE" || code === "ERR_BUFFER_TOO_LARGE") {
    return earshotProblem("upstreamTooLarge", sentence("twilioTooLarge", { api }), {
      reason: code,
    });
  }
  if (phase === "reading") {
    return earshotProblem("upstreamCutOff", sentence("twilioCutOff", { api }), {
      reason: code,
    });
  }
  const said = (byProxy && stoppedByProxy(error, api)) || unreachable(code, api);
  return earshotProblem("upstreamUnreachable", said, { reason: code });
}
