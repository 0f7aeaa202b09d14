import { z } from "zod";

/** CANCELLED is a documented status although Twilio offers no way to cancel a job. */
export const jobStatuses = ["PENDING", "RUNNING", "CANCELLED", "COMPLETED", "FAILED"] as const;
export const jobStatusSchema = z.enum(jobStatuses);

/** Why a job failed. It arrives inside an answer of HTTP 200; its own `httpStatusCode` may be 504. */
export const operationErrorSchema = z.looseObject({
  code: z.number(),
  message: z.string(),
  httpStatusCode: z.number(),
  detail: z.string().nullish(),
});

/** The answer to a submitted job (202). `statusUrl` is never fetched: paths are built from `operationId`. */
export const jobSubmitSchema = z.looseObject({
  operationId: z.string().min(1),
  status: jobStatusSchema,
  statusUrl: z.string().nullish(),
  createdAt: z.string().nullish(),
});

/**
 * The state of a job. `completedAt` is null or missing until the end; `resultRetentionPeriod` is an ISO 8601 duration
 * such as `P7D`. Rows come from the job's Results, never from here.
 */
export const jobSchema = jobSubmitSchema.extend({
  completedAt: z.string().nullish(),
  error: operationErrorSchema.nullish(),
  resultUrl: z.string().nullish(),
  resultId: z.string().nullish(),
  resultRetentionPeriod: z.string().nullish(),
});

export type JobStatus = z.infer<typeof jobStatusSchema>;
export type Job = z.infer<typeof jobSchema>;
export type JobSubmit = z.infer<typeof jobSubmitSchema>;
export type OperationError = z.infer<typeof operationErrorSchema>;
