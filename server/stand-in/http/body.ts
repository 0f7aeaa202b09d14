import type { Request } from "express";
import { z } from "zod";
import { type InsightsQueryRequest, insightsQueryRequestSchema } from "../../../contract/query.ts";
import { badRequest } from "./errors.ts";

const objectSchema = z.record(z.string(), z.unknown());

/** Writes a path as it would be read in the body: `query.filters[0].expressions[1].op`. */
function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

/** Reads the body of a query. Twilio's own library puts `pageSize` into the body, where it has no effect. */
export function readQueryBody(body: unknown): InsightsQueryRequest {
  const object = objectSchema.safeParse(body);
  if (!object.success) throw badRequest("The body must be a JSON object", { body: "not an object" });
  const { pageSize: _, ...rest } = object.data;
  const request = insightsQueryRequestSchema.safeParse(rest);
  if (request.success) return request.data;
  const [issue] = request.error.issues;
  const path = writePath(issue?.path ?? []) || "body";
  throw badRequest(`${path}: ${issue?.message ?? "is not valid"}`, { path });
}

/** Reads `pageSize` of the query string: 50 when absent, 1 to 1000. */
export function readPageSize(req: Request): number {
  const given = req.query.pageSize;
  if (given === undefined) return 50;
  const size = typeof given === "string" && /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (size >= 1 && size <= 1000) return size;
  throw badRequest("pageSize must be a whole number from 1 to 1000", { pageSize: String(given) });
}

/** Reads `pageToken` of the query string. */
export function readPageToken(req: Request): string {
  const given = req.query.pageToken;
  if (typeof given === "string" && given !== "") return given;
  throw badRequest("pageToken is required", { pageToken: "" });
}
