import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { z } from "zod";
import { parseJson } from "../../../client/api/exact-json.ts";
import { exportColumn } from "../../../client/export/export-column.ts";
import { exportFigures } from "../../../client/export/figures.ts";
import { availableColumns, shownColumns, type ViewColumn } from "../../../client/view/columns.ts";
import { filterRoles } from "../../../client/view/view.ts";
import { type ExportStatus, exportStatusSchema } from "../../../contract/export-status.ts";
import type { FieldRoles } from "../../../contract/fields.ts";
import { type ExportFormat, exportFormats } from "../../../contract/formats.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { wallClock } from "../../../server/dialect/time/wall-clock.ts";
import {
  isAtEdge,
  isNewestFirst,
  type JobFrame,
  type JobReport,
  joinShown,
  put,
  type Shown,
  saysClocks,
  within,
  wrongCells,
} from "./report.ts";
import { plainValues } from "./truth.ts";

const arrayMark = "; ";
const rowsSchema = z.array(z.record(z.string(), z.unknown()));

/** The rows of a file by the names of their fields, as another program reads them. */
type Reader = (bytes: Buffer, columns: readonly Column[], zone: string) => Promise<Record<string, unknown>[]>;
const readers: Record<ExportFormat, Reader> = {
  ndjson: async (bytes) => rowsSchema.parse(await Promise.all(linesOf(bytes).map(parseJson))),
  json: async (bytes) => rowsSchema.parse(await parseJson(bytes.toString("utf8"))),
  csv: async (bytes, columns) => byHeader(z.array(z.array(z.string())).parse(parse(bytes)), columns),
  xlsx: async (bytes, columns, zone) => {
    const sheets = await readWorkbook(bytes, { trim: false });
    const read = sheets.slice(0, -1).map(({ data }) => data.map((row) => row.map((cell) => sheetCell(cell, zone))));
    return read.flatMap((rows) => byHeader(rows, columns));
  },
  parquet: async (bytes) => {
    const rows = rowsSchema.parse(await parquetReadObjects({ file: new Uint8Array(bytes).buffer }));
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, cell]) => [field, listIn(cell)])));
  },
};

type Column = Pick<ViewColumn, "field"> & { header: string };

/** A column of both texts and lists has its lists as JSON. */
function listIn(cell: unknown): unknown {
  return typeof cell === "string" && cell.startsWith("[") ? JSON.parse(cell) : cell;
}

function linesOf(bytes: Buffer): string[] {
  return bytes.toString("utf8").split("\n").filter(Boolean);
}

function byHeader([header = [], ...rows]: unknown[][], columns: readonly Column[]): Record<string, unknown>[] {
  const fields = header.map((words) => columns.find((one) => one.header === words)?.field ?? `? ${String(words)}`);
  return rows.map((cells) => Object.fromEntries(fields.map((field, place) => [field, cells[place]])));
}

/** A cell of a workbook: its dates are what the zone's clocks show. */
function sheetCell(cell: unknown, zone: string): unknown {
  const ms = cell instanceof Date ? wallClock(zone)?.instantOf(cell.getTime()) : undefined;
  return ms === undefined ? cell : new Date(ms);
}

function timeIn(cell: unknown): number | undefined {
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell !== "string") return undefined;
  const ms = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(cell) ? cell : `${cell.replace(" ", "T")}Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

function asShown(row: Record<string, unknown>, { roles }: FieldRoles): Shown {
  const values = filterRoles.flatMap((role) => {
    const field = roles[role]?.field;
    if (!field || !(field in row)) return [];
    const cell = row[field];
    return [[role, plainValues(typeof cell === "string" ? cell.split(arrayMark) : cell)] as const];
  });
  const time = row[roles.time?.shown ?? ""];
  return { id: String(row[roles.id?.field ?? ""]), created: timeIn(time), ...Object.fromEntries(values) };
}

const endStates = new Set(["complete", "doubtful", "stopped", "failed"]);

async function finished(base: string, order: object): Promise<ExportStatus> {
  const created = await fetch(`${base}/api/exports`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(order),
  });
  const { id } = z.object({ id: z.string() }).parse(await created.json());
  for (;;) {
    const status = exportStatusSchema.parse(await (await fetch(`${base}/api/exports/${id}`)).json());
    if (endStates.has(status.state)) return status;
    await sleep(20);
  }
}

function numberIn({ notes }: ExportStatus, key: string): number {
  return Number(notes.find((one) => one.key === key)?.values?.["count"] ?? 0);
}

/** Whether a manifest says of so many conversations that they are not there: by both numbers, or as rows that were lost. */
function saysMissing(status: ExportStatus, found: number, missing: number): boolean {
  const { check, state, fileName } = status;
  const hasNumbers = check?.found === found && check.counted !== undefined && check.counted !== found;
  const isNamed = state === "doubtful" && /_(partial|unverified)-/.test(fileName) && fileName.includes(String(found));
  return (hasNumbers && isNamed) || numberIn(status, "noteLostRows") >= missing;
}

/** Whether a manifest says that no cell of a field came. */
function isNotReturned({ notes }: ExportStatus, field: string | undefined): boolean {
  return notes.some(({ key, values }) => key === "dialectCells" && values?.["field"] === field);
}

/** Notes that say that what a file has at its end is in another order, and that all of it is. */
const reordering = ["noteWentOnBehind", "noteFilled", "noteWider", "dialectOrder"];

function checkFile(
  format: ExportFormat,
  rows: readonly Record<string, unknown>[],
  fields: FieldRoles,
  frame: JobFrame,
  status: ExportStatus,
  report: JobReport,
): void {
  const expected = within(frame);
  const all = rows.map((row) => asShown(row, fields));
  const shown = joinShown(all);
  const what = `export, ${format}`;
  if (rows.length !== status.rows) put(report, `${what}: ${rows.length} rows of ${status.rows}`, false);
  if (new Set(rows.map((row) => JSON.stringify(row))).size !== rows.length) put(report, `${what}: rows twice`, false);
  const isOpen = status.state === "doubtful" && saysClocks(status.notes);
  const isOpenAt = (id: string) => isOpen && frame.truth.some((one) => one.id === id && isAtEdge(one, frame));
  const lacking = expected.filter(({ id }) => !shown.has(id));
  const missing = lacking.length;
  const isAtEnds = lacking.every(({ id }) => isOpenAt(id));
  if (missing > 0) put(report, `${what} lacks ${missing}`, isAtEnds || saysMissing(status, shown.size, missing));
  const strangers = [...shown.keys()].filter((id) => !expected.some((one) => one.id === id));
  if (strangers.length > 0)
    put(report, `${what} has ${strangers.length} that do not belong`, strangers.every(isOpenAt));
  for (const { role, count, example } of wrongCells(shown, expected)) {
    if (role !== "time" && isNotReturned(status, fields.roles[role]?.field)) continue;
    const isFilled = numberIn(status, "noteFilled") >= count && Array.isArray(example) && example.length === 0;
    // It may be one of several rows of a conversation that could not be read and is not in the file.
    const isLost = rows.length > shown.size && numberIn(status, "noteLostRows") >= count;
    put(
      report,
      `${what}: ${role} of ${count}, e.g. ${JSON.stringify(example)}`,
      isFilled || isLost || (role === "time" && isOpen),
    );
  }
  const isReordered = status.notes.some(({ key }) => key !== undefined && reordering.includes(key));
  if (!isNewestFirst(all)) put(report, `${what}: not in order`, isReordered);
}

/** Cells that no file has: said in the manifest, or wrong. */
function checkColumns(
  rows: readonly Record<string, unknown>[],
  fields: FieldRoles,
  status: ExportStatus,
  report: JobReport,
): void {
  if (rows.length === 0) return;
  for (const role of filterRoles) {
    const field = fields.roles[role]?.field;
    if (!status.columns.some((column) => column.field === field) || rows.some((row) => field && field in row)) continue;
    put(report, `export: no cells for ${role}`, isNotReturned(status, field));
  }
}

/** Takes the rows of a request as a file, and holds all five formats against the truth. */
export async function exported(
  frame: JobFrame,
  fields: FieldRoles,
  request: InsightsQueryRequest,
  report: JobReport,
): Promise<ExportStatus> {
  const { base, view, window, metadata } = frame;
  const shown = shownColumns(view, availableColumns(metadata, fields), fields);
  const columns = shown.map((column) => exportColumn(column, view.zone));
  const check = exportFigures(fields, request, window);
  const status = await finished(base, {
    request,
    columns,
    format: "ndjson",
    zone: view.zone,
    range: { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() },
    ...(check ? { check } : {}),
  });
  if (status.state === "failed" || status.state === "stopped") {
    report.said.push(`export: ${status.failure?.why.text}`);
    return status;
  }
  for (const format of exportFormats) {
    const response = await fetch(`${base}/api/exports/${status.id}/file?format=${format}`);
    if (!response.ok) {
      put(report, `export: ${format} answers ${response.status}`, false);
      continue;
    }
    const rows = await readers[format](Buffer.from(await response.arrayBuffer()), columns, view.zone);
    checkFile(format, rows, fields, frame, status, report);
    if (format === "ndjson") checkColumns(rows, fields, status, report);
  }
  if (status.state === "doubtful") report.said.push(`export: ${status.fileName}`);
  return status;
}
