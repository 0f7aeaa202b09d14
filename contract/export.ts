import { z } from "zod";
import { durationUnits } from "./durations.ts";
import { exportFiguresSchema } from "./export-check.ts";
import { exportOptionsSchema } from "./export-options.ts";
import { exportFormats } from "./formats.ts";
import { instantSchema } from "./instant.ts";
import { limits, listOf } from "./limits.ts";
import { insightsQueryRequestSchema } from "./query.ts";
import { selectedIds } from "./selection.ts";

/**
 * How a column's cells are read. `time`: instants, written in the export's zone where the format has words. `id`: text
 * that must never become a number. `number`, `boolean` and `list` give typed Parquet columns; without a type, the rows
 * themselves tell.
 */
export const exportColumnTypes = ["time", "id", "text", "number", "boolean", "list"] as const;

/**
 * One column of the file: the field it is read from, the words in the header, and how its cells are read. Numbers with a
 * `unit` are durations, which XLSX has cells for.
 */
export const exportColumnSchema = z.strictObject({
  field: z.string().min(1).max(limits.field),
  header: z.string(),
  type: z.enum(exportColumnTypes).optional(),
  unit: z.enum(durationUnits).optional(),
});

export const exportFormatSchema = z.enum(exportFormats);

/** Characters of the name of an export. */
export const longestName = 200;

/**
 * The body of `POST /api/exports`: the query whose every row is taken, the columns in their order, and what to call it.
 * `format` is only the one that is rendered first; every other can be asked for later.
 */
export const newExportSchema = z
  .strictObject({
    request: insightsQueryRequestSchema,
    columns: listOf(exportColumnSchema, limits.fields, 1),
    format: exportFormatSchema.default("csv"),
    /** The IANA zone of the times in CSV and XLSX; the request's own zone, else UTC, when absent. */
    zone: z.string().min(1).max(64).optional(),
    /** What a person calls this view; it begins the file's name. What is too long for one is cut, and vetoes nothing. */
    name: z
      .string()
      .default("conversations")
      .transform((name) => name.slice(0, longestName)),
    /** The window that the request covers, as instants, for the file's name and the View sheet. */
    range: z.strictObject({ from: instantSchema, to: instantSchema }).optional(),
    /**
     * The address of the view, as provenance. It is written down and never fetched. One that is longer than a server
     * takes is left out, which the manifest says.
     */
    link: z.string().optional(),
    /** How many rows the screen expects, for the time left. What is no number of rows is no guess. */
    expectedRows: z.number().int().nonnegative().optional().catch(undefined),
    /** Where a person selected the conversations: the id's field, of which the query's IN leaf names each one. */
    selectedBy: z.string().min(1).max(limits.field).optional(),
    /** What the rows are held against before the file is called complete; nothing where this is absent. */
    check: exportFiguresSchema.optional(),
    options: exportOptionsSchema.prefault({}),
  })
  .refine(({ request, selectedBy }) => selectedBy === undefined || selectedIds(request, selectedBy).length > 0, {
    path: ["selectedBy"],
    message: "The query has no IN filter on this field, so it selects nothing",
  })
  .refine(({ request, check }) => check === undefined || request.query.dimensions?.includes(check.id), {
    path: ["check", "id"],
    message: "The query does not ask for this field, so its rows have no ids",
  });

/**
 * The query part of `GET /api/exports/:id/file`. Whatever is absent is as the export was made; `column` may be repeated
 * and names the fields to write, in that order. `wait=1` answers when the export has ended instead of refusing.
 */
export const exportFileQuerySchema = z.strictObject({
  format: exportFormatSchema.optional(),
  separator: z.enum([",", ";", "\t", "comma", "semicolon", "tab"]).optional(),
  arrayMark: z.string().max(8).optional(),
  bom: z.enum(["0", "1"]).optional(),
  escapeFormulas: z.enum(["0", "1"]).optional(),
  times: exportOptionsSchema.shape.times.unwrap().optional(),
  exactTimes: z.enum(["0", "1"]).optional(),
  decimal: z.enum([".", ",", "point", "comma"]).optional(),
  protectText: z.enum(["0", "1"]).optional(),
  zone: z.string().min(1).max(64).optional(),
  column: z.union([z.string(), listOf(z.string(), limits.fields)]).optional(),
  wait: z.enum(["0", "1"]).optional(),
});

export type ExportColumn = z.infer<typeof exportColumnSchema>;
export type ExportFileQuery = z.infer<typeof exportFileQuerySchema>;
export type NewExport = z.infer<typeof newExportSchema>;
/** What a client writes: everything with a default may be left out. */
export type NewExportInput = z.input<typeof newExportSchema>;
