import { z } from "zod";

/** What a rendering may vary. All of it is chosen again at each download, without a call to Twilio. */
export const exportOptionsSchema = z.strictObject({
  /** CSV: what stands between two cells. */
  separator: z.enum([",", ";", "\t"]).default(","),
  /** CSV and XLSX: what stands between two members of an array. */
  arrayMark: z.string().max(8).default("; "),
  /** CSV: begin with a byte order mark, which makes older Excels read UTF-8. */
  bom: z.boolean().default(false),
  /** CSV: put an apostrophe before text that a spreadsheet would run as a formula. */
  escapeFormulas: z.boolean().default(true),
  /**
   * CSV: how instants are written. `iso`: with the offset and every digit. `spreadsheet`: date and time of the zone to the
   * second, which spreadsheets take for a date; an hour that clocks repeat is then two that look the same.
   */
  times: z.enum(["iso", "spreadsheet"]).default("iso"),
  /** XLSX, and CSV with times for spreadsheets: a column more beside each of times, with the exact instants as text. */
  exactTimes: z.boolean().default(false),
  /** CSV: what stands before the decimals of numbers. */
  decimal: z.enum([".", ","]).default("."),
  /** CSV: write text that a spreadsheet would take for a number or a date, such as 0012345 or 1-2, as `="0012345"`. */
  protectText: z.boolean().default(false),
});

export type ExportOptions = z.infer<typeof exportOptionsSchema>;
