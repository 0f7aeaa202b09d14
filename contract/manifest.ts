import { z } from "zod";
import { exportColumnSchema, exportFormatSchema } from "./export.ts";
import { exportCheckSchema } from "./export-check.ts";
import { exportOptionsSchema } from "./export-options.ts";
import { instantSchema } from "./instant.ts";
import { sentenceSchema } from "./messages/sentence.ts";
import { problemSchema } from "./problem.ts";
import { insightsQueryRequestSchema } from "./query.ts";
import { exportSelectionSchema } from "./selection.ts";

/**
 * How an export ends, if it has. `complete`: every row. `doubtful`: read to its end, but its figures do not agree with
 * Twilio's, as its `check` says. `stopped`: by a person, with the rows so far. `failed`: the rows so far are kept, and
 * Resume goes on from them.
 */
export const exportStates = ["running", "complete", "doubtful", "stopped", "failed"] as const;
export const exportStateSchema = z.enum(exportStates);

/** Where the rows come from, and why from there, as a sentence. */
export const exportSourceSchema = z.object({
  /** `undecided` until the first page told whether the result is small. */
  kind: z.enum(["undecided", "query", "job"]),
  why: sentenceSchema,
  /** Rows asked for in each page of a job's results: the most that the API accepted. Absent where its default holds. */
  pageSize: z.number().int().positive().optional(),
  /** Written down before the job is submitted, so that a restart finds the job instead of starting a second one. */
  idempotencyKey: z.string().optional(),
  operationId: z.string().optional(),
});

/**
 * How far the spool is proven. The first `bytes` bytes of it are `rows` rows whose digest is `sha256`; what a crash left
 * behind them does not count. `nextToken` null: there are no further rows.
 */
export const checkpointSchema = z.object({
  pages: z.number().int().nonnegative(),
  rows: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  nextToken: z.string().nullable(),
  /** Rows that came a second time, the same in every byte, and were not written again. */
  repeats: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Why an export stands still, and what a person can do about it. */
export const exportFailureSchema = z.object({
  why: sentenceSchema,
  advice: sentenceSchema,
  problem: problemSchema.optional(),
});

/** `manifest.json`: checkpoint, provenance and receipt of one export. It lies beside `rows.ndjson`. */
export const manifestSchema = z.object({
  manifestVersion: z.literal(1),
  id: z.uuid(),
  product: z.object({ name: z.string(), version: z.string() }),
  /** An ellipsis and the last four characters of the account SID. */
  account: z.string(),
  name: z.string(),
  link: z.string().optional(),
  range: z.object({ from: instantSchema, to: instantSchema }).optional(),
  request: insightsQueryRequestSchema,
  /** Present where a person selected the conversations one by one. */
  selection: exportSelectionSchema.optional(),
  /** Present where the rows can be held against a count of Twilio's. */
  check: exportCheckSchema.optional(),
  columns: z.array(exportColumnSchema),
  zone: z.string(),
  format: exportFormatSchema,
  options: exportOptionsSchema,
  expectedRows: z.number().optional(),
  state: exportStateSchema,
  /** True only when every row of the result is in the spool, as far as that can be told. */
  complete: z.boolean(),
  createdAt: instantSchema,
  finishedAt: instantSchema.optional(),
  source: exportSourceSchema,
  /** Calls to Twilio, those that failed included. */
  calls: z.number().int().nonnegative(),
  /** What did not go straight, as sentences: fallbacks, restarts, waits longer than a minute. */
  notes: z.array(sentenceSchema),
  checkpoint: checkpointSchema,
  failure: exportFailureSchema.optional(),
  /**
   * SHA-256 of the JSON of all other members, in the form of RFC 8785, as hexadecimal digits. Manifests of earlier
   * versions have none.
   */
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

export type Checkpoint = z.infer<typeof checkpointSchema>;
export type ExportFailure = z.infer<typeof exportFailureSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
