import type { NewExportInput } from "../../contract/export.ts";
import type { ExportOptions } from "../../contract/export-options.ts";
import type { ExportFormat } from "../../contract/formats.ts";
import { addressOf } from "../view/use-view.ts";
import { withOpen } from "../view/view.ts";
import { exportColumn } from "./export-column.ts";
import { exportFigures } from "./figures.ts";
import { expectedRows, exportSize } from "./size.ts";
import type { ExportSubject } from "./subject.ts";

/** What a person chooses in the dialog. */
export type ExportChoices = { name: string; format: ExportFormat; options: ExportOptions };

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
