import { z } from "zod";
import { readAnswer } from "./read-answer.ts";
import { errorInside } from "./read-error.ts";
import type { RawAnswer } from "./transport.ts";

/**
 * How far a job is. `waiting` is one that has not begun. `status` is Twilio's word for it, `message` what it says of a
 * failure.
 */
export type JobNow = {
  state: "waiting" | "running" | "completed" | "failed";
  status: string;
  message: string | undefined;
};

const text = z.string().min(1).optional().catch(undefined);
const id = z.union([z.string().min(1), z.number().transform(String)]);
/** What the id of a job is called, the documented name first. */
const idNames = ["operationId", "operation_id", "jobId", "job_id", "id"] as const;
const submittedSchema = z
  .looseObject({})
  .transform((body) => ({
    operationId: idNames.map((name) => body[name]).find((value) => id.safeParse(value).success),
  }))
  .pipe(z.looseObject({ operationId: id }));
const jobSchema = z.looseObject({
  operationId: id.optional().catch(undefined),
  status: text,
  state: text,
  completedAt: text,
  error: z
    .union([z.string().min(1), z.looseObject({ message: text }).transform(({ message }) => message ?? "")])
    .optional()
    .catch(undefined),
});

const failed: ReadonlySet<string> = new Set(["FAILED", "CANCELLED", "CANCELED", "ERROR", "ABORTED", "EXPIRED"]);
const done: ReadonlySet<string> = new Set([
  "COMPLETED",
  "COMPLETE",
  "DONE",
  "FINISHED",
  "SUCCEEDED",
  "SUCCESS",
  "READY",
]);
const going: ReadonlySet<string> = new Set(["PENDING", "RUNNING"]);

/** The id of the job that was submitted. @throws ProblemError for an answer that names none. */
export function readSubmitted(answer: RawAnswer): string {
  return readAnswer(answer, submittedSchema).value.operationId;
}

/**
 * The state of a job, whose status may be written in any case and may be one that Twilio does not document: it is then
 * told by what else is there, and a job of which nothing is known is under way.
 *
 * @throws ProblemError for an answer that is no job's.
 */
export function readJob(answer: RawAnswer): JobNow {
  const { value, bytes } = readAnswer(answer, jobSchema);
  const { state, status = state ?? "", error, completedAt, operationId } = value;
  if (status === "" && completedAt === undefined && operationId === undefined) {
    const inside = errorInside(answer, JSON.parse(bytes.toString("utf8")));
    if (inside) throw inside;
  }
  const word = status.trim().toUpperCase();
  const isKnown = going.has(word);
  const message = error || undefined;
  if (failed.has(word) || (error !== undefined && !done.has(word) && !isKnown)) {
    return { state: "failed", status: word, message };
  }
  const isDone = done.has(word) || (completedAt !== undefined && !isKnown);
  // Of a word that no document knows nobody can say that the job has not begun.
  const open = word === "PENDING" ? "waiting" : "running";
  return { state: isDone ? "completed" : open, status: word, message };
}
