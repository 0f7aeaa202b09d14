import * as z from "zod/mini";
import { instantSchema } from "./instant.ts";
import { limits } from "./limits.ts";

/**
 * What an export's rows can be held against: the account's measure that counts conversations, the field of their ids,
 * and where the rows have the very field that filters by time, the window that they were asked for.
 */
export const exportFiguresSchema = z.strictObject({
  count: z.string().check(z.minLength(1), z.maxLength(limits.field)),
  id: z.string().check(z.minLength(1), z.maxLength(limits.field)),
  time: z.optional(
    z.strictObject({
      field: z.string().check(z.minLength(1), z.maxLength(limits.field)),
      from: instantSchema,
      to: instantSchema,
    }),
  ),
});

/**
 * What came of it. `agrees`: as many conversations as Twilio counts. `short`, `over`: fewer, more. `near`: so close that
 * the count may be an estimate or rounded, or is an estimate as the counts of parts show, or it moved while the rows were read. `unchecked`:
 * Twilio gave no count.
 */
export const checkVerdicts = ["agrees", "short", "over", "near", "unchecked"] as const;

/** How an export was held against the account's own figures. All numbers are of conversations. */
export const exportCheckSchema = z.extend(exportFiguresSchema, {
  /** What Twilio counted before the first row was taken. */
  countedBefore: z.optional(z.int().check(z.nonnegative())),
  /** What Twilio counted last: after the rows where the first count did not agree with them. */
  counted: z.optional(z.int().check(z.nonnegative())),
  /** Twilio rounds its counts to multiples of this. Absent where that is not known of it. */
  roundedTo: z.optional(z.int().check(z.minimum(2))),
  /** Each of Twilio's counts may be off by about so many. Absent where that is not known of it. */
  offBy: z.optional(z.int().check(z.positive())),
  /** Twilio counts no further than this. Absent where that is not known of it. */
  cappedAt: z.optional(z.int().check(z.positive())),
  /** Different conversations in the file. */
  found: z.optional(z.int().check(z.nonnegative())),
  /** Left out because their time is not in the window. */
  leftOut: z.int().check(z.nonnegative()),
  /** Of those, the ones that are more than a second outside: Twilio understood another window. */
  astray: z.int().check(z.nonnegative()),
  /** Rows left out because an earlier row has the same id and other values. */
  clashes: z.int().check(z.nonnegative()),
  /** Whether the rows were taken a second time because of such a row. */
  restarted: z.boolean(),
  /**
   * Parts of the window of which Twilio, asked for one after the other, counts and lists just the conversations of the
   * file, although it counts another number in the whole. Absent where that was not so, or there was no reason to ask.
   */
  parts: z.optional(z.int().check(z.minimum(2))),
  verdict: z.optional(z.enum(checkVerdicts)),
});

/** Whether something speaks against calling the file complete. */
export function isDoubtful({ verdict = "unchecked", astray, clashes }: ExportCheck): boolean {
  return (verdict !== "agrees" && verdict !== "unchecked") || astray > 0 || clashes > 0;
}

export type ExportFigures = z.infer<typeof exportFiguresSchema>;
export type ExportCheck = z.infer<typeof exportCheckSchema>;
