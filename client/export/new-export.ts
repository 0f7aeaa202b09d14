import type { ExportColumn, ExportFormat, ExportOptions, NewExportInput } from "../../contract/export.ts";
import type { ViewColumn } from "../view/columns.ts";
import { addressOf } from "../view/use-view.ts";
import { withOpen } from "../view/view.ts";
import { exportFigures } from "./figures.ts";
import { expectedRows, exportSize } from "./size.ts";
import type { ExportSubject } from "./subject.ts";

/** What a person chooses in the dialog. */
export type ExportChoices = { name: string; format: ExportFormat; options: ExportOptions };

/** The header of a column: its words on the screen, and for times the zone they are written in. */
export function columnHeader({ label, kind }: ViewColumn, zone: string): string {
  return kind === "time" ? `${label} (${zone})` : label;
}

function exportColumn(column: ViewColumn, zone: string): ExportColumn {
  const { field, kind } = column;
  const header = columnHeader(column, zone);
  // Every other kind is told by the cells themselves: a channel can be text or a list.
  return kind === "time" || kind === "id" ? { field, header, type: kind } : { field, header };
}

/** The order for an export of what the table shows: the subject's query, and the visible columns under their words. */
export function newExport(subject: ExportSubject, { name, format, options }: ExportChoices): NewExportInput {
  const { view, fields, request, columns, window, selected } = subject;
  const expected = expectedRows(exportSize(subject));
  // Selected conversations are held against the selection.
  const check = selected ? undefined : exportFigures(fields, request, window);
  const range = { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() };
  return {
    request,
    columns: columns.map((column) => exportColumn(column, view.zone)),
    format,
    zone: view.zone,
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(fields.roles.time ? { range } : {}),
    link: addressOf(withOpen(view, undefined)),
    ...(expected === undefined ? {} : { expectedRows: expected }),
    ...(selected ? { selectedBy: selected.idField } : {}),
    ...(check ? { check } : {}),
    options,
  };
}
