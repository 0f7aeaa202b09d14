import * as z from "zod/mini";
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
  pageSize: z.optional(z.int().check(z.positive())),
  /** Written down before the job is submitted, so that a restart finds the job instead of starting a second one. */
  idempotencyKey: z.optional(z.string()),
  operationId: z.optional(z.string()),
});

/**
 * How far the spool is proven. The first `bytes` bytes of it are `rows` rows whose digest is `sha256`; what a crash left
 * behind them does not count. `nextToken` null: there are no further rows.
 */
export const checkpointSchema = z.object({
  pages: z.int().check(z.nonnegative()),
  rows: z.int().check(z.nonnegative()),
  bytes: z.int().check(z.nonnegative()),
  nextToken: z.nullable(z.string()),
  /** Rows that came a second time, the same in every byte, and were not written again. */
  repeats: z.int().check(z.nonnegative()),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** Why an export stands still, and what a person can do about it. */
export const exportFailureSchema = z.object({
  why: sentenceSchema,
  advice: sentenceSchema,
  problem: z.optional(problemSchema),
});

/** `manifest.json`: checkpoint, provenance and receipt of one export. It lies beside `rows.ndjson`. */
export const manifestSchema = z.object({
  manifestVersion: z.literal(1),
  id: z.uuid(),
  product: z.object({ name: z.string(), version: z.string() }),
  /** An ellipsis and the last four characters of the account SID. */
  account: z.string(),
  name: z.string(),
  link: z.optional(z.string()),
  range: z.optional(z.object({ from: instantSchema, to: instantSchema })),
  request: insightsQueryRequestSchema,
  /** Present where a person selected the conversations one by one. */
  selection: z.optional(exportSelectionSchema),
  /** Present where the rows can be held against a count of Twilio's. */
  check: z.optional(exportCheckSchema),
  columns: z.array(exportColumnSchema),
  zone: z.string(),
  format: exportFormatSchema,
  options: exportOptionsSchema,
  expectedRows: z.optional(z.number()),
  state: exportStateSchema,
  /** True only when every row of the result is in the spool, as far as that can be told. */
  complete: z.boolean(),
  createdAt: instantSchema,
  finishedAt: z.optional(instantSchema),
  source: exportSourceSchema,
  /** Calls to Twilio, those that failed included. */
  calls: z.int().check(z.nonnegative()),
  /** What did not go straight, as sentences: fallbacks, restarts, waits longer than a minute. */
  notes: z.array(sentenceSchema),
  checkpoint: checkpointSchema,
  failure: z.optional(exportFailureSchema),
  /**
   * SHA-256 of the JSON of all other members, in the form of RFC 8785, as hexadecimal digits. Manifests of earlier
   * versions have none.
   */
  digest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});

export type Checkpoint = z.infer<typeof checkpointSchema>;
export type ExportFailure = z.infer<typeof exportFailureSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
