import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { members, type Row } from "./walk.ts";

export type Csv = { header: string[]; rows: string[][] };

/** The downloaded file, read by a parser that the product does not use. */
export async function readCsv(download: Download): Promise<Csv> {
  const [header = [], ...rows] = parse(await readFile(await download.path(), "utf8"), { encoding: "utf8", bom: true });
  return { header, rows };
}

/** Cells as they should stand in a file; times as instants, since a file writes them in the view's zone. */
export function expectedCells(row: Row, fields: readonly string[], timeField: string): string[] {
  return fields.map((field) =>
    field === timeField ? String(Date.parse(String(row[field]))) : members(row[field]).join("; "),
  );
}

/** A file's rows with the cells of one column as instants. */
export function withInstants(rows: readonly string[][], column: number): string[][] {
  return rows.map((row) => row.map((cell, place) => (place === column ? String(Date.parse(cell)) : cell)));
}
