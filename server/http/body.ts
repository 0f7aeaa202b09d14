import express, { type Request, type RequestHandler } from "express";
import type { z } from "zod";
import { readFirstFaults } from "../../contract/limits.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { complaintsByPath, firstSentence } from "../messages/sentences.ts";
import { BodyError, readJson } from "./read-json.ts";

/** Whether the request carries a body, by the headers that announce one. */
export function hasBody(request: Request): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
}

const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/** A page of another site can send text/plain without being asked, but not JSON; so only JSON is read. */
const onlyJson: RequestHandler = (request, _response, next) => {
  if (hasBody(request)) {
    if (!request.is("application/json")) {
      throw earshotProblem("unsupportedMediaType", sentence("requestContentType"));
    }
    const [, named = "utf-8"] = charset.exec(request.headers["content-type"] ?? "") ?? [];
    if (!/^utf-?8$/i.test(named)) throw earshotProblem("unsupportedMediaType", sentence("requestEncoding"));
  }
  next();
};

const parsed: RequestHandler = (request, _response, next) => {
  const bytes: unknown = request.body;
  try {
    request.body = Buffer.isBuffer(bytes) ? readJson(bytes) : undefined;
  } catch (error) {
    throw error instanceof BodyError ? earshotProblem("badRequest", error.why) : error;
  }
  next();
};

/** Reads a JSON body of at most so many bytes, unpacked where it came packed, into `request.body`. */
export function jsonBody(mostBytes: number): RequestHandler[] {
  return [onlyJson, express.raw({ type: () => true, limit: mostBytes }), parsed];
}

/**
 * What was sent, in its documented shape.
 *
 * @throws ProblemError 400, with a sentence that begins with the offending path; `params` holds the first offences by path.
 */
export function parseSent<Schema extends z.core.$ZodType>(sent: unknown, schema: Schema): z.output<Schema> {
  const { data, error, success } = readFirstFaults(schema, sent);
  if (success) return data;
  throw earshotProblem("badRequest", firstSentence(error), { params: complaintsByPath(error) });
}

/** The body in its documented shape. @throws ProblemError as {@link parseSent} does. */
export function parseBody<Schema extends z.core.$ZodType>(request: Request, schema: Schema): z.output<Schema> {
  return parseSent(request.body, schema);
}
