import type { ErrorRequestHandler, Response } from "express";
import type { Problem } from "../contract/problem.ts";
import { earshotProblem, ProblemError } from "./problem.ts";
import { sentence } from "./sentence.ts";
import type { Log } from "./twilio/upstream.ts";

/** Answers with a problem. None of an upstream's headers comes along, so no browser ever asks for a password. */
export function sendProblem(response: Response, problem: Problem): void {
  if (problem.retryAfter !== undefined) response.set("Retry-After", String(problem.retryAfter));
  response.status(problem.httpStatusCode).json(problem);
}

function property(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}

/** What Express and its body parser throw: errors with a `status`, and a `type` when the body was at fault. */
function fromExpress(error: unknown): ProblemError | undefined {
  const status = property(error, "status");
  switch (property(error, "type")) {
    case "entity.too.large":
      return earshotProblem("tooLarge", sentence("requestTooLarge"));
    case "entity.parse.failed":
      return earshotProblem("badRequest", sentence("requestNotJson"));
    case "charset.unsupported":
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
