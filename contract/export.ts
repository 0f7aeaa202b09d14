import { z } from "zod";
import { insightsQueryRequestSchema } from "./query.ts";

/** One column of the file: the field it is read from, the words in the header, and whether its cells are instants. */
export const exportColumnSchema = z.strictObject({
  field: z.string().min(1),
  header: z.string(),
  /** `time`: instants are written in the request's time zone, as ISO 8601 with the offset. */
  type: z.enum(["time"]).optional(),
});

/** The body of `POST /api/export`: the query whose every page is written, and the columns in their order. */
export const exportRequestSchema = z.strictObject({
  request: insightsQueryRequestSchema,
  columns: z.array(exportColumnSchema).min(1),
  format: z.literal("csv"),
});

export type ExportColumn = z.infer<typeof exportColumnSchema>;
export type ExportRequest = z.infer<typeof exportRequestSchema>;
