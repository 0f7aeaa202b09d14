import type { Problem } from "../../contract/problem.ts";
import { ProblemError } from "../problem.ts";

/**
 * Statuses with which an API says that it does not take this request. 404 and 500 are among them, since young APIs use
 * them for what they cannot do: whether the API is there at all, the plainest query tells. 401, 403 and 429 speak of who
 * asks and how often; 408, 502, 503 and 504 speak of the moment.
 */
const refusing: ReadonlySet<number> = new Set([400, 402, 404, 405, 406, 409, 410, 413, 414, 415, 422, 431, 500, 501]);

export function isRefusal({ httpStatusCode, source }: Problem): boolean {
  return source === "twilio" && refusing.has(httpStatusCode);
}

/** The problem of an error that is the API's refusal of a request; undefined for everything else. */
export function refusalOf(error: unknown): Problem | undefined {
  return error instanceof ProblemError && isRefusal(error.problem) ? error.problem : undefined;
}
