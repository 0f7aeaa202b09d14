import * as z from "zod/mini";

/**
 * CSV: how instants are written. `iso`: with the offset and every digit. `spreadsheet`: date and time of the zone to the
 * second, which spreadsheets take for a date; an hour that clocks repeat is then two that look the same.
 */
export const exportTimesSchema = z.enum(["iso", "spreadsheet"]);

/** What a rendering may vary. All of it is chosen again at each download, without a call to Twilio. */
export const exportOptionsSchema = z.strictObject({
  /** CSV: what stands between two cells. */
  separator: z._default(z.enum([",", ";", "\t"]), ","),
  /** CSV and XLSX: what stands between two members of an array. */
  arrayMark: z._default(z.string().check(z.maxLength(8)), "; "),
  /** CSV: begin with a byte order mark, which makes older Excels read UTF-8. */
  bom: z._default(z.boolean(), false),
  /** CSV: put an apostrophe before text that a spreadsheet would run as a formula. */
  escapeFormulas: z._default(z.boolean(), true),
  times: z._default(exportTimesSchema, "iso"),
  /** XLSX, and CSV with times for spreadsheets: a column more beside each of times, with the exact instants as text. */
  exactTimes: z._default(z.boolean(), false),
  /** CSV: what stands before the decimals of numbers. */
  decimal: z._default(z.enum([".", ","]), "."),
  /** CSV: write text that a spreadsheet would take for a number or a date, such as 0012345 or 1-2, as `="0012345"`. */
  protectText: z._default(z.boolean(), false),
});

export type ExportOptions = z.infer<typeof exportOptionsSchema>;
