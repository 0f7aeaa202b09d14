import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { z } from "zod";
import { parseJson } from "../../../client/api/exact-json.ts";
import { plainValues, type TrueConversation } from "../../server/dialect/truth.ts";
import { wallClockOf } from "./dialect-truth.ts";

/** The formats as their buttons call them. */
export const fileFormats = ["CSV", "XLSX", "JSON", "NDJSON", "Parquet"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** The columns of a file that play a role: the account's field, and the words in the head. */
export type FileColumns = ReadonlyMap<string, { field: string; label: string }>;

const rowSchema = z.record(z.string(), z.unknown());

function fromLines([head = [], ...lines]: readonly (readonly unknown[])[]): Record<string, unknown>[] {
  // The head of a time also names the zone.
  const names = head.map((name) => String(name).replace(/ \([\w/]+\)$/, ""));
  return lines.map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place]])));
}

/** The rows of a file, as a library reads them: CSV and XLSX by their heads, the others by the account's fields. */
async function rowsOf(format: FileFormat, download: Download): Promise<Record<string, unknown>[]> {
  const bytes = await readFile(await download.path());
  switch (format) {
    case "CSV":
      return fromLines(parse(bytes, { encoding: "utf8", bom: true }));
    case "XLSX":
      return fromLines((await readWorkbook(bytes, { trim: false }))[0]?.data ?? []);
    case "JSON":
      return z.array(rowSchema).parse(await parseJson(bytes.toString()));
    case "NDJSON":
      return z.array(rowSchema).parse(await Promise.all(bytes.toString().split("\n").filter(Boolean).map(parseJson)));
    case "Parquet":
      return z.array(rowSchema).parse(await parquetReadObjects({ file: new Uint8Array(bytes).buffer }));
  }
}

/** Members of a list as a file writes them: in one cell in the formats for people. */
function membersOf(cell: unknown, isForPeople: boolean): string[] {
  return plainValues(isForPeople && typeof cell === "string" ? cell.split("; ") : cell);
}

/** An instant as a file writes it; undefined for text that does not say which instant it is. */
function instantOf(cell: unknown): number | undefined {
  if (cell instanceof Date) return Math.round(cell.getTime());
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(cell));
  return isInstant ? Date.parse(String(cell)) : undefined;
}

/** Whether a cell is of an instant. The dates of a workbook are what clocks of the zone show. */
function isAt(cell: unknown, instant: number, format: FileFormat, zone: string): boolean {
  const isClock = format === "XLSX" && cell instanceof Date;
  return instantOf(cell) === (isClock ? wallClockOf(instant, zone) : instant);
}

const roles = ["channel", "language", "sentiment"] as const;

export type FileReading = {
  rows: number;
  /** Conversations of the truth that the file has. */
  found: number;
  /** What is not as it should be, a few of each kind. */
  faults: string[];
};

/**
 * Reads a file and holds its rows against the conversations that they should be: the ids, when each was created, and its
 * values. A conversation may have several rows, which then have its values together.
 *
 * @param zone of the view, whose clocks the dates of a workbook show.
 * @param empty roles whose cells the account does not send.
 * @param isWholeSeconds whether the account's times have no fractions.
 */
export async function readFileOf(
  format: FileFormat,
  download: Download,
  columns: FileColumns,
  truth: readonly TrueConversation[],
  { zone, empty, isWholeSeconds }: { zone: string; empty: ReadonlySet<string>; isWholeSeconds: boolean },
): Promise<FileReading> {
  const rows = await rowsOf(format, download);
  const isForPeople = format === "CSV" || format === "XLSX";
  const byId = new Map(truth.map((one) => [one.id, one]));
  const cellOf = (row: Record<string, unknown>, role: string) => {
    const column = columns.get(role);
    return column && row[isForPeople ? column.label : column.field];
  };
  const values = new Map<string, Map<string, string[]>>();
  const faults = new Set<string>();
  if (rows.length > 0 && !columns.has("id")) return { rows: rows.length, found: 0, faults: [] };
  for (const row of rows) {
    const id = String(cellOf(row, "id"));
    const own = byId.get(id);
    if (!own) {
      faults.add(`${format}: ${id} does not belong`);
      continue;
    }
    const created = isWholeSeconds ? Math.floor(own.created / 1000) * 1000 : own.created;
    const time = cellOf(row, "time");
    if (columns.has("time") && !isAt(time, created, format, zone)) {
      faults.add(`${format}: created ${String(time)} instead of ${new Date(created).toISOString()}`);
    }
    const held = values.get(id) ?? new Map<string, string[]>();
    values.set(id, held);
    for (const role of roles) {
      held.set(role, plainValues([...(held.get(role) ?? []), ...membersOf(cellOf(row, role), isForPeople)]));
    }
  }
  for (const [id, held] of values) {
    for (const role of roles) {
      if (!columns.has(role) || empty.has(role)) continue;
      const [got, due] = [held.get(role)?.join(), byId.get(id)?.[role].join()];
      if (got !== due) faults.add(`${format}: ${role} ${got} instead of ${due}`);
    }
  }
  return { rows: rows.length, found: values.size, faults: [...faults].slice(0, 6) };
}
