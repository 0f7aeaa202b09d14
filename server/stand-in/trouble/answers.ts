import type { NextFunction, Response } from "express";
import { TwilioError } from "../http/errors.ts";
import type { RateLimit } from "../options.ts";
import type { AnswerFault } from "./fault-order.ts";
import { writeLimitHeaders } from "./limit-headers.ts";

/** Lets the answer come about as usual, but hands its bytes to another way of sending them. */
function sendOtherwise(res: Response, send: (bytes: Buffer) => void): void {
  res.json = (body: unknown) => {
    const bytes = Buffer.from(JSON.stringify(body));
    res.set({ "Content-Type": "application/json; charset=utf-8", "Content-Length": String(bytes.length) });
    send(bytes);
    return res;
  };
}

/** Some bytes each quarter of a second: too slow for anybody's patience, but never silent. */
function drip(res: Response): void {
  sendOtherwise(res, (bytes) => {
    let sent = 0;
    const timer = setInterval(() => {
      res.write(bytes.subarray(sent, sent + 8));
      sent += 8;
      if (sent < bytes.length) return;
      clearInterval(timer);
      res.end();
    }, 250);
    res.once("close", () => clearInterval(timer));
  });
}

function cut(res: Response): void {
  sendOtherwise(res, (bytes) => {
    res.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => res.destroy());
  });
}

const messages = {
  401: "Authenticate",
  403: "The account may not use Conversation Insights",
  404: "The requested resource was not found",
  429: "Too many requests",
  500: "An internal server error has occurred",
  503: "The service is unavailable",
} as const;

const statuses = { "401": 401, "403": 403, "404": 404, "429": 429, "500": 500, "503": 503 } as const;

/** What Twilio gives as an example of a limit, and the most that a 429 on purpose says is left of its window. */
const exampleLimit: RateLimit = { requests: 5, seconds: 45 };
const longestResetSeconds = 5;

/** Gives an answer its fault. A 429 tells of the limit that the account has, or of Twilio's example. */
export function answerWith(fault: AnswerFault, res: Response, next: NextFunction, limit = exampleLimit): void {
  if (fault === "html") {
    res.type("html").send("<!doctype html><title>Bad gateway</title><h1>502</h1>");
  } else if (fault === "drip" || fault === "cut") {
    if (fault === "drip") drip(res);
    else cut(res);
    next();
  } else if (fault !== "hang") {
    if (fault === "429") writeLimitHeaders(res, limit, Math.min(limit.seconds, longestResetSeconds));
    throw new TwilioError(statuses[fault], messages[fault]);
  }
}
