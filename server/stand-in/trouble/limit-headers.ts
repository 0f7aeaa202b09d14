import type { Response } from "express";
import type { RateLimit } from "../options.ts";

/** Both families of headers that Twilio documents on a 429; `Retry-After` is in neither. */
export function writeLimitHeaders(res: Response, { requests, seconds }: RateLimit, reset: number): void {
  res.set({
    "X-RateLimit-Limit": String(requests),
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": String(reset),
    "X-Rate-Limit-Limit": String(requests),
    "X-Rate-Limit-Remaining": "0",
    "X-Rate-Limit-Config": `${requests} requests per ${seconds} seconds`,
  });
}
