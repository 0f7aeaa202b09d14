import { z } from "zod";
import type { OperationError } from "../../../contract/job.ts";
import { askedOf } from "../http/asked.ts";
import { type ErrorStatus, TwilioError } from "../http/errors.ts";
import type { Dialect, Hooks, JobBody } from "./types.ts";

function refused(status: ErrorStatus, message: string): Hooks {
  return {
    handler: () => (req, _res, next) => {
      if (askedOf(req) === "submission") throw new TwilioError(status, message);
      next();
    },
  };
}

/** Jobs never have results, whatever became of them. */
const withoutResults: NonNullable<Hooks["handler"]> = () => (req, _res, next) => {
  if (askedOf(req) === "results") throw new TwilioError(404, "The operation has no results");
  next();
};

function withoutEnd({ operationId, status, statusUrl, createdAt }: JobBody): JobBody {
  return { operationId, status, statusUrl, createdAt };
}

const failure: OperationError = {
  code: 50001,
  message: "Query execution timeout exceeded",
  httpStatusCode: 504,
  detail: "ClickHouse query exceeded the 120s execution limit for this account.",
};

function isOver({ status }: JobBody): boolean {
  return status === "COMPLETED";
}

/** What becomes of jobs. */
export const jobs: readonly Dialect[] = [
  {
    name: "jobs-400",
    does: "refuses jobs with 400",
    hooks: refused(400, "The request is not valid"),
  },
  {
    name: "jobs-402",
    does: "refuses jobs with 402",
    hooks: refused(402, "Payment required"),
  },
  {
    name: "jobs-404",
    does: "refuses jobs with 404",
    hooks: refused(404, "The requested resource was not found"),
  },
  {
    name: "jobs-422",
    does: "refuses jobs with 422",
    hooks: refused(422, "Unprocessable entity"),
  },
  {
    name: "jobs-500",
    does: "refuses jobs with 500",
    hooks: refused(500, "An internal server error has occurred"),
  },
  {
    name: "jobs-failed",
    does: "lets every job end as FAILED",
    hooks: {
      job: (body) => (isOver(body) ? { ...withoutEnd(body), status: "FAILED", error: failure } : body),
      handler: withoutResults,
    },
  },
  {
    name: "jobs-cancelled",
    does: "lets every job end as CANCELLED",
    hooks: {
      job: (body) => (isOver(body) ? { ...withoutEnd(body), status: "CANCELLED" } : body),
      handler: withoutResults,
    },
  },
  {
    name: "jobs-pending",
    does: "leaves every job PENDING for ever",
    hooks: { job: (body) => ({ ...withoutEnd(body), status: "PENDING" }), handler: withoutResults },
  },
  {
    name: "jobs-gone",
    does: "answers 404 to the results of jobs that are COMPLETED",
    hooks: { handler: withoutResults },
  },
  {
    name: "jobs-queued",
    does: "says QUEUED for PENDING and RUNNING, a state that no document knows",
    hooks: { job: (body) => (/^(PENDING|RUNNING)$/.test(body.status) ? { ...body, status: "QUEUED" } : body) },
  },
  {
    name: "jobs-succeeded",
    does: "says SUCCEEDED for COMPLETED, a state that no document knows",
    hooks: { job: (body) => (isOver(body) ? { ...body, status: "SUCCEEDED" } : body) },
  },
  {
    name: "jobs-named",
    does: "says `id` and `state` for `operationId` and `status`, and DONE for COMPLETED",
    hooks: {
      answer: (body, asked) => {
        if (asked !== "submission" && asked !== "job") return body;
        const { operationId, status, ...rest } = z
          .looseObject({ operationId: z.string(), status: z.string() })
          .parse(body);
        return { ...rest, id: operationId, state: status === "COMPLETED" ? "DONE" : status };
      },
    },
  },
  {
    name: "jobs-lower-case",
    does: "writes the states of jobs in lower case",
    hooks: { job: (body) => ({ ...body, status: body.status.toLowerCase() }) },
  },
];
