import * as z from "zod/mini";
import { durationUnits } from "./durations.ts";
import { exportFiguresSchema } from "./export-check.ts";
import { exportOptionsSchema, exportTimesSchema } from "./export-options.ts";
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
  field: z.string().check(z.minLength(1), z.maxLength(limits.field)),
  header: z.string(),
  type: z.optional(z.enum(exportColumnTypes)),
  unit: z.optional(z.enum(durationUnits)),
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
    format: z._default(exportFormatSchema, "csv"),
    /** The IANA zone of the times in CSV and XLSX; the request's own zone, else UTC, when absent. */
    zone: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
    /** What a person calls this view; it begins the file's name. What is too long for one is cut, and vetoes nothing. */
    name: z.pipe(
      z._default(z.string(), "conversations"),
      z.transform((name) => name.slice(0, longestName)),
    ),
    /** The window that the request covers, as instants, for the file's name and the View sheet. */
    range: z.optional(z.strictObject({ from: instantSchema, to: instantSchema })),
    /**
     * The address of the view, as provenance. It is written down and never fetched. One that is longer than a server
     * takes is left out, which the manifest says.
     */
    link: z.optional(z.string()),
    /** How many rows the screen expects, for the time left. What is no number of rows is no guess. */
    expectedRows: z.catch(z.optional(z.int().check(z.nonnegative())), undefined),
    /** Where a person selected the conversations: the id's field, of which the query's IN leaf names each one. */
    selectedBy: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.field))),
    /** What the rows are held against before the file is called complete; nothing where this is absent. */
    check: z.optional(exportFiguresSchema),
    options: z.prefault(exportOptionsSchema, {}),
  })
  .check(
    z.refine(({ request, selectedBy }) => selectedBy === undefined || selectedIds(request, selectedBy).length > 0, {
      path: ["selectedBy"],
      message: "The query has no IN filter on this field, so it selects nothing",
    }),
    z.refine(({ request, check }) => check === undefined || request.query.dimensions?.includes(check.id), {
      path: ["check", "id"],
      message: "The query does not ask for this field, so its rows have no ids",
    }),
  );

/**
 * The query part of `GET /api/exports/:id/file`. Whatever is absent is as the export was made; `column` may be repeated
 * and names the fields to write, in that order. `wait=1` answers when the export has ended instead of refusing.
 */
export const exportFileQuerySchema = z.strictObject({
  format: z.optional(exportFormatSchema),
  separator: z.optional(z.enum([",", ";", "\t", "comma", "semicolon", "tab"])),
  arrayMark: z.optional(z.string().check(z.maxLength(8))),
  bom: z.optional(z.enum(["0", "1"])),
  escapeFormulas: z.optional(z.enum(["0", "1"])),
  times: z.optional(exportTimesSchema),
  exactTimes: z.optional(z.enum(["0", "1"])),
  decimal: z.optional(z.enum([".", ",", "point", "comma"])),
  protectText: z.optional(z.enum(["0", "1"])),
  zone: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  column: z.optional(z.union([z.string(), listOf(z.string(), limits.fields)])),
  wait: z.optional(z.enum(["0", "1"])),
});

export type ExportColumn = z.infer<typeof exportColumnSchema>;
export type ExportFileQuery = z.infer<typeof exportFileQuerySchema>;
export type NewExport = z.infer<typeof newExportSchema>;
/** What a client writes: everything with a default may be left out. */
export type NewExportInput = z.input<typeof newExportSchema>;
