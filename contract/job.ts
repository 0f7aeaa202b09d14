import * as z from "zod/mini";

/** CANCELLED is a documented status although Twilio offers no way to cancel a job. */
export const jobStatuses = ["PENDING", "RUNNING", "CANCELLED", "COMPLETED", "FAILED"] as const;
export const jobStatusSchema = z.enum(jobStatuses);

/** Why a job failed. It arrives inside an answer of HTTP 200; its own `httpStatusCode` may be 504. */
export const operationErrorSchema = z.looseObject({
  code: z.number(),
  message: z.string(),
  httpStatusCode: z.number(),
  detail: z.nullish(z.string()),
});

/** The answer to a submitted job (202). `statusUrl` is never fetched: paths are built from `operationId`. */
export const jobSubmitSchema = z.looseObject({
  operationId: z.string().check(z.minLength(1)),
  status: jobStatusSchema,
  statusUrl: z.nullish(z.string()),
  createdAt: z.nullish(z.string()),
});

/**
 * The state of a job. `completedAt` is null or missing until the end; `resultRetentionPeriod` is an ISO 8601 duration
 * such as `P7D`. Rows come from the job's Results, never from here.
 */
export const jobSchema = z.extend(jobSubmitSchema, {
  completedAt: z.nullish(z.string()),
  error: z.nullish(operationErrorSchema),
  resultUrl: z.nullish(z.string()),
  resultId: z.nullish(z.string()),
  resultRetentionPeriod: z.nullish(z.string()),
});

export type JobStatus = z.infer<typeof jobStatusSchema>;
export type Job = z.infer<typeof jobSchema>;
export type JobSubmit = z.infer<typeof jobSubmitSchema>;
export type OperationError = z.infer<typeof operationErrorSchema>;
