import type { Request, Response } from "express";
import { type Asked, askedOf } from "../http/asked.ts";
import { readQueryBody } from "../http/body.ts";
import { TwilioError } from "../http/errors.ts";
import { goneSignal } from "../http/gone.ts";
import { readPage } from "../paging/read-page.ts";
import { writeLimitHeaders } from "../trouble/limit-headers.ts";
import type { Dialect, Hooks, MeasuredDialect, Surroundings } from "./types.ts";

/** Whether a query has more rows than an amount, on all its pages together. */
async function isLarge({ account }: Surroundings, req: Request, res: Response, most: number): Promise<boolean> {
  const request = readQueryBody(req.body);
  return (await readPage(account, request, most, { direction: "after" }, goneSignal(res))).after !== undefined;
}

function slow(most: number, end: () => void): Hooks {
  return {
    handler: (surroundings) => async (req, res, next) => {
      if (askedOf(req) === "query" && (await isLarge(surroundings, req, res, most))) end();
      else next();
    },
  };
}

/** The first request of each kind is answered otherwise; those after it are answered well. */
function atFirst(kinds: readonly Asked[], answer: (res: Response, now: number) => never): Hooks {
  return {
    handler: ({ clock }) => {
      const left = new Set<Asked>(kinds);
      return (req, res, next) => {
        const asked = askedOf(req);
        if (asked && left.delete(asked)) answer(res, clock());
        next();
      };
    },
  };
}

/** The example of Twilio's documents. */
const limit = { requests: 5, seconds: 45 };

function tooMany(res: Response, reset: number): never {
  writeLimitHeaders(res, limit, reset);
  throw new TwilioError(429, "Too many requests");
}

/** What is too much for the account. */
export const limits: readonly (Dialect | MeasuredDialect)[] = [
  {
    name: "slow-504",
    does: "answers 504 to a query of more than 3000 rows; a job gives them",
    usual: 3000,
    hooks: (most) =>
      slow(most, () => {
        throw new TwilioError(504, "Query execution timeout exceeded");
      }),
  },
  {
    name: "slow-silent",
    does: "never answers a query of more than 3000 rows; a job gives them",
    usual: 3000,
    hooks: (most) => slow(most, () => undefined),
  },
  {
    name: "unavailable-once",
    does: "answers 503 with `Retry-After: 1` to the first request for metadata, of a query and of a job",
    hooks: atFirst(["metadata", "query", "submission"], (res) => {
      res.set("Retry-After", "1");
      throw new TwilioError(503, "The service is unavailable");
    }),
  },
  {
    name: "accepted-once",
    does: "answers 202 without rows and `Retry-After: 1` to the first query",
    hooks: {
      handler: () => {
        let isFirst = true;
        return (req, res, next) => {
          if (!isFirst || askedOf(req) !== "query") return next();
          isFirst = false;
          res.status(202).set("Retry-After", "1").json({ status: "RUNNING" });
        };
      },
    },
  },
  {
    name: "limit-epoch-ms",
    does: "answers 429 to the first query, with the end of the limit, in two seconds, as milliseconds since 1970",
    hooks: atFirst(["query"], (res, now) => tooMany(res, now + 2000)),
  },
  {
    name: "limit-absurd",
    does: "answers 429 to the first query and asks for a wait of 100 days, but takes the next one",
    hooks: atFirst(["query"], (res) => tooMany(res, 8_640_000)),
  },
];
