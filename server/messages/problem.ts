import type { Sentence } from "../../contract/messages/sentence.ts";
import { earshotCodes, messageSentence, type Problem } from "../../contract/problem.ts";
import { sentence } from "./sentence.ts";

/** An error that already knows what the browser is told. Its message is the problem's message. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** What stood behind it, for the log: an error code such as ECONNREFUSED. Never a message, which could quote data. */
  readonly reason: string | undefined;

  constructor(problem: Problem, reason?: string) {
    super(problem.message);
    this.name = "ProblemError";
    this.problem = problem;
    this.reason = reason;
  }
}

const statuses: Record<keyof typeof earshotCodes, number> = {
  badRequest: 400,
  forbiddenOrigin: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  tooLarge: 400,
  unsupportedMediaType: 415,
  refusedField: 422,
  tooManyFields: 422,
  notCountable: 422,
  internal: 500,
  busy: 503,
  storageFull: 507,
  upstreamUnreachable: 502,
  upstreamTimeout: 504,
  upstreamNotJson: 502,
  upstreamCutOff: 502,
  upstreamShape: 502,
  upstreamTooLarge: 502,
  upstreamEndless: 502,
};

/** A fault that Earshot itself found. The HTTP status follows from the kind unless one is given. */
export function earshotProblem(
  kind: keyof typeof earshotCodes,
  { text: message, key, values }: Sentence,
  more: { status?: number; params?: Record<string, string>; retryAfter?: number | undefined; reason?: string } = {},
): ProblemError {
  const problem: Problem = {
    code: earshotCodes[kind],
    message,
    httpStatusCode: more.status ?? statuses[kind],
    source: "earshot",
    key,
    values,
  };
  if (more.params) problem.params = more.params;
  if (more.retryAfter !== undefined) problem.retryAfter = more.retryAfter;
  return new ProblemError(problem, more.reason);
}

/** What a problem says, for where it is told among Earshot's own sentences: Twilio's words are quoted as Twilio's. */
export function problemSentence(problem: Problem): Sentence {
  return problem.source === "twilio" ? sentence("twilioSaid", { message: problem.message }) : messageSentence(problem);
}
