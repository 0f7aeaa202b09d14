import express, { type Request, type RequestHandler } from "express";
import type { z } from "zod";
import { earshotProblem } from "./problem.ts";
import { sentence } from "./sentence.ts";
import { complaintsByPath, firstSentence } from "./sentences.ts";

/** Whether the request carries a body, by the headers that announce one. */
export function hasBody(request: Request): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
}

/** A page of another site can send text/plain without being asked, but not JSON; so only JSON is read. */
const onlyJson: RequestHandler = (request, _response, next) => {
  if (hasBody(request) && !request.is("application/json")) {
    throw earshotProblem("unsupportedMediaType", sentence("requestContentType"));
  }
  next();
};

/** Reads a JSON body of at most 256 KiB into `request.body`. */
export const jsonBody: RequestHandler[] = [onlyJson, express.json({ limit: 256 * 1024, strict: false })];

/**
 * The body in its documented shape.
 *
 * @throws ProblemError 400, with a sentence that begins with the offending path; `params` holds every offence by path.
 */
export function parseBody<Value>(request: Request, schema: z.ZodType<Value>): Value {
  const body: unknown = request.body;
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw earshotProblem("badRequest", firstSentence(parsed.error), { params: complaintsByPath(parsed.error) });
}
