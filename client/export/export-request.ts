import type { ExportColumn, ExportRequest } from "../../contract/export.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { ViewColumn } from "../view/columns.ts";

function exportColumn({ field, label, kind }: ViewColumn, zone: string): ExportColumn {
  return kind === "time" ? { field, header: `${label} (${zone})`, type: "time" } : { field, header: label };
}

/** The export of what the table shows: its very query, and its visible columns under their words on the screen. */
export function exportRequest(
  request: InsightsQueryRequest,
  columns: readonly ViewColumn[],
  zone: string,
): ExportRequest {
  return { request, columns: columns.map((column) => exportColumn(column, zone)), format: "csv" };
}
