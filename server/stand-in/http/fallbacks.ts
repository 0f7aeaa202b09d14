import type { ErrorRequestHandler, RequestHandler } from "express";
import { z } from "zod";
import { badRequest, TwilioError } from "./errors.ts";

/** Answers a method that a known path does not have. */
export const wrongMethod: RequestHandler = (req) => {
  throw new TwilioError(405, `Method ${req.method} is not allowed for ${req.path}`);
};

/** Answers a path that is not known. */
export const notFound: RequestHandler = (req) => {
  throw new TwilioError(404, `The requested resource ${req.path} was not found`);
};

/** Refuses bodies that are not JSON, as Twilio does. */
export const jsonOnly: RequestHandler = (req, _res, next) => {
  if (req.method !== "POST" || req.is("application/json") || req.is("application/*+json")) return next();
  throw new TwilioError(415, "Unsupported media type; send application/json", {
    contentType: req.get("content-type") ?? "",
  });
};

const parserErrorSchema = z.object({ type: z.string(), message: z.string() });

/** What the JSON parser found wrong, in Twilio's words; anything else is our own failure. */
function asTwilioError(error: unknown): TwilioError {
  if (error instanceof TwilioError) return error;
  const parsed = parserErrorSchema.safeParse(error);
  if (!parsed.success) return new TwilioError(500, "An internal server error has occurred");
  if (parsed.data.type === "entity.too.large") return new TwilioError(413, "The body is too large");
  if (parsed.data.type.startsWith("encoding") || parsed.data.type.startsWith("charset"))
    return new TwilioError(415, parsed.data.message);
  return badRequest("The body is not valid JSON", { body: parsed.data.message });
}

/** Writes every error as Twilio's error body, in the style of the API that was asked. */
export const writeError: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) return next(error);
  const problem = asTwilioError(error);
  res.status(problem.status).json(req.path.startsWith("/v2/") ? problem.toOlderBody() : problem.toBody());
};
