import type { RequestHandler } from "express";
import { TwilioError } from "../http/errors.ts";
import type { RateLimit } from "../options.ts";
import { writeLimitHeaders } from "./limit-headers.ts";

/** Lets so many requests in during each window; a window begins with its first request. The three APIs share it. */
export function limitRate(limit: RateLimit, clock: () => number): RequestHandler {
  let ends = 0;
  let used = 0;
  return (_req, res, next) => {
    const now = clock();
    if (now >= ends) {
      ends = now + limit.seconds * 1000;
      used = 0;
    }
    used++;
    if (used <= limit.requests) return next();
    writeLimitHeaders(res, limit, Math.max(1, Math.ceil((ends - now) / 1000)));
    throw new TwilioError(429, "Too many requests");
  };
}
