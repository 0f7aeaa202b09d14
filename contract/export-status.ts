import * as z from "zod/mini";
import { exportColumnSchema, exportFormatSchema } from "./export.ts";
import { exportCheckSchema } from "./export-check.ts";
import { exportOptionsSchema } from "./export-options.ts";
import { exportFailureSchema, exportStateSchema } from "./manifest.ts";
import { sentenceSchema } from "./messages/sentence.ts";
import { exportSelectionSchema } from "./selection.ts";

/** What a running export is at. The ends have no activity. */
export const exportActivitySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("starting") }),
  /**
   * Twilio is preparing the rows: `until` is the epoch millisecond at which the job is looked at again. `job` is there once
   * it was: whether it has not begun, and when the query's pages are read instead where that does not change.
   */
  z.object({
    kind: z.literal("preparing"),
    until: z.optional(z.number()),
    job: z.optional(z.object({ isWaiting: z.boolean(), insteadAt: z.number() })),
  }),
  z.object({ kind: z.literal("reading") }),
  /** Rows that are already written are read again, to go on behind them; `rows` of them so far. */
  z.object({ kind: z.literal("rereading"), rows: z.number() }),
  /** The rows are held against Twilio's count, and what is missing is asked for. */
  z.object({ kind: z.literal("checking") }),
  /** The account's rate limit; `until` is the epoch millisecond at which the next call may go. */
  z.object({ kind: z.literal("limited"), until: z.number() }),
  /** Twilio cannot be reached; `attempt` counts from 1. */
  z.object({ kind: z.literal("retrying"), until: z.number(), attempt: z.number(), why: sentenceSchema }),
]);

/** One export as `GET /api/exports/:id` and the events tell it. */
export const exportStatusSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  format: exportFormatSchema,
  columns: z.array(exportColumnSchema),
  zone: z.string(),
  range: z.optional(z.object({ from: z.string(), to: z.string() })),
  options: exportOptionsSchema,
  selection: z.optional(exportSelectionSchema),
  check: z.optional(exportCheckSchema),
  state: exportStateSchema,
  activity: z.optional(exportActivitySchema),
  createdAt: z.string(),
  finishedAt: z.optional(z.string()),
  /** When the export and its files are removed, unless it is running. */
  expiresAt: z.optional(z.string()),
  rows: z.number(),
  pages: z.number(),
  /** Bytes of the rows as they are kept, not of a rendering. */
  bytes: z.number(),
  repeats: z.number(),
  calls: z.number(),
  expectedRows: z.optional(z.number()),
  /** Rows a second over the last half minute; absent while nothing moves. */
  rate: z.optional(z.number()),
  source: z.object({ kind: z.enum(["undecided", "query", "job"]), why: sentenceSchema }),
  notes: z.array(sentenceSchema),
  failure: z.optional(exportFailureSchema),
  /** Present where the rows on the disk are no longer those that were written: no file is made of them. */
  damage: z.optional(sentenceSchema),
  /** The name under which the file in `format` is downloaded. It says `partial` or `unverified` unless the export is complete. */
  fileName: z.string(),
});

/** An export of which the server can tell nothing but that it is there. It can be removed. */
export const damagedExportSchema = z.object({ id: z.uuid(), why: sentenceSchema });

const pageShape = {
  items: z.array(exportStatusSchema),
  damaged: z._default(z.array(damagedExportSchema), []),
  /** How many exports the server has, the damaged ones among them. */
  total: z._default(z.int().check(z.nonnegative()), 0),
  /** What `after` has to be for the page behind this one; absent at the end. */
  next: z.optional(z.string()),
};

/** The query part of `GET /api/exports`: at most `limit` of them, after the page that ended with `next`. */
export const exportListQuerySchema = z.strictObject({
  limit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,2}$/))),
  after: z.optional(z.string().check(z.regex(/^[\dTZ:.-]{20,30}_[0-9a-f-]{36}$/))),
});

/** The answer of `GET /api/exports`: newest first. Of the first page, those that are running are a part in any case. */
export const exportListSchema = z.object(pageShape);

/** The answer of `POST /api/exports`. */
export const exportCreatedSchema = z.object({ id: z.uuid() });

/**
 * One `data:` of `GET /api/exports/events`, whose event name is always `message`. The first one is `all`, the first page of
 * the list; after it come the exports that changed, at most a few times a second each, and those that were removed.
 * `ending` is the last one of a server that is being stopped.
 */
export const exportEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("all"), ...pageShape }),
  z.object({ type: z.literal("changed"), item: exportStatusSchema }),
  z.object({ type: z.literal("removed"), id: z.uuid() }),
  z.object({ type: z.literal("ending") }),
]);

export type ExportActivity = z.infer<typeof exportActivitySchema>;
export type DamagedExport = z.infer<typeof damagedExportSchema>;
export type ExportPage = z.infer<typeof exportListSchema>;
export type ExportStatus = z.infer<typeof exportStatusSchema>;
export type ExportEvent = z.infer<typeof exportEventSchema>;
