import type { ErrorRequestHandler, Response } from "express";
import type { Problem } from "../../contract/problem.ts";
import { earshotProblem, ProblemError } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { clipped } from "../messages/sentences.ts";
import type { Log } from "../twilio/guarded.ts";

/** Bytes of an answer that refuses. Whatever was sent, or came from Twilio, is not sent back at length. */
const mostBytes = 4096;

const bytesOf = (problem: Problem) => Buffer.byteLength(JSON.stringify(problem));

/** The problem with as many of its params as fit, and if even the rest does not, with the beginning of its message. */
function fitted(problem: Problem): Problem {
  if (bytesOf(problem) <= mostBytes) return problem;
  const { params = {}, ...rest } = problem;
  let fitting: Problem = rest;
  for (const [path, text] of Object.entries(params)) {
    const more = { ...rest, params: { ...fitting.params, [path]: text } };
    if (bytesOf(more) > mostBytes) break;
    fitting = more;
  }
  if (bytesOf(fitting) <= mostBytes) return fitting;
  const { key: _, values: __, ...plain } = rest;
  return { ...plain, message: clipped(rest.message, mostBytes / 8) };
}

/**
 * The status that a problem is answered with. That Twilio does not let Earshot in says nothing of who asks Earshot: what
 * stands between a browser and this server would take a 401 or 403 for its own. The problem keeps Twilio's status.
 */
function statusOf({ httpStatusCode, source }: Problem): number {
  const isRefusedEarshot = source === "twilio" && (httpStatusCode === 401 || httpStatusCode === 403);
  return isRefusedEarshot ? 502 : httpStatusCode;
}

/** Answers with a problem. None of an upstream's headers comes along, so no browser ever asks for a password. */
export function sendProblem(response: Response, problem: Problem): void {
  if (problem.retryAfter !== undefined) response.set("Retry-After", String(problem.retryAfter));
  response.status(statusOf(problem)).json(fitted(problem));
}

function property(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}

const kibibytes = (bytes: unknown) => Math.round(Number(bytes) / 1024);

/** What Express and its body parser throw: errors with a `status`, and a `type` when the body was at fault. */
function fromExpress(error: unknown): ProblemError | undefined {
  const status = property(error, "status");
  switch (property(error, "type")) {
    case "entity.too.large":
      return earshotProblem("tooLarge", sentence("requestTooLong", { most: kibibytes(property(error, "limit")) }));
    case "encoding.unsupported":
      return earshotProblem("unsupportedMediaType", sentence("requestEncoding"));
  }
  return typeof status === "number" && status >= 400 && status < 500
    ? earshotProblem("badRequest", sentence("requestUnreadable"))
    : undefined;
}

/** The last handler: every error becomes a problem, and what nobody foresaw is logged and answered with a plain 500. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (response.destroyed || response.writableEnded) return;
    const known = error instanceof ProblemError ? error : fromExpress(error);
    if (!known) {
      const where = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join(" |") : "";
      log(`internal error in ${request.method} ${request.path}: ${error instanceof Error ? error.name : "?"}${where}`);
    }
    // An answer that has begun cannot become a problem any more; cutting the connection shows that it is not whole.
    if (response.headersSent) response.destroy();
    else sendProblem(response, (known ?? earshotProblem("internal", sentence("internal"))).problem);
  };
}
