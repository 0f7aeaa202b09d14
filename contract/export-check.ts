import { z } from "zod";
import { instantSchema } from "./instant.ts";
import { limits } from "./limits.ts";

/**
 * What an export's rows can be held against: the account's measure that counts conversations, the field of their ids,
 * and where the rows have the very field that filters by time, the window that they were asked for.
 */
export const exportFiguresSchema = z.strictObject({
  count: z.string().min(1).max(limits.field),
  id: z.string().min(1).max(limits.field),
  time: z
    .strictObject({ field: z.string().min(1).max(limits.field), from: instantSchema, to: instantSchema })
    .optional(),
});

/**
 * What came of it. `agrees`: as many conversations as Twilio counts. `short`, `over`: fewer, more. `near`: so close that
 * the count may be an estimate or rounded, or is an estimate as the counts of parts show, or it moved while the rows were read. `unchecked`:
 * Twilio gave no count.
 */
export const checkVerdicts = ["agrees", "short", "over", "near", "unchecked"] as const;

/** How an export was held against the account's own figures. All numbers are of conversations. */
export const exportCheckSchema = exportFiguresSchema.extend({
  /** What Twilio counted before the first row was taken. */
  countedBefore: z.number().int().nonnegative().optional(),
  /** What Twilio counted last: after the rows where the first count did not agree with them. */
  counted: z.number().int().nonnegative().optional(),
  /** Twilio rounds its counts to multiples of this. Absent where that is not known of it. */
  roundedTo: z.number().int().min(2).optional(),
  /** Each of Twilio's counts may be off by about so many. Absent where that is not known of it. */
  offBy: z.number().int().positive().optional(),
  /** Twilio counts no further than this. Absent where that is not known of it. */
  cappedAt: z.number().int().positive().optional(),
  /** Different conversations in the file. */
  found: z.number().int().nonnegative().optional(),
  /** Left out because their time is not in the window. */
  leftOut: z.number().int().nonnegative(),
  /** Of those, the ones that are more than a second outside: Twilio understood another window. */
  astray: z.number().int().nonnegative(),
  /** Rows left out because an earlier row has the same id and other values. */
  clashes: z.number().int().nonnegative(),
  /** Whether the rows were taken a second time because of such a row. */
  restarted: z.boolean(),
  /**
   * Parts of the window of which Twilio, asked for one after the other, counts and lists just the conversations of the
   * file, although it counts another number in the whole. Absent where that was not so, or there was no reason to ask.
   */
  parts: z.number().int().min(2).optional(),
  verdict: z.enum(checkVerdicts).optional(),
});

/** Whether something speaks against calling the file complete. */
export function isDoubtful({ verdict = "unchecked", astray, clashes }: ExportCheck): boolean {
  return (verdict !== "agrees" && verdict !== "unchecked") || astray > 0 || clashes > 0;
}

export type ExportFigures = z.infer<typeof exportFiguresSchema>;
export type ExportCheck = z.infer<typeof exportCheckSchema>;
