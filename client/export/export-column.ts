import { unitInName } from "../../contract/durations.ts";
import type { ExportColumn } from "../../contract/export.ts";
import type { CellKind } from "../../contract/roles/role.ts";
import { headerOf, type ViewColumn } from "../view/columns.ts";

/** The header of a column: its words on the screen, and for times the zone they are written in. */
export function columnHeader(column: ViewColumn, zone: string): string {
  return column.kind === "time" ? `${column.label} (${zone})` : headerOf(column);
}

const types: Record<CellKind, ExportColumn["type"]> = {
  id: "id",
  time: "time",
  number: "number",
  duration: "number",
  channel: undefined,
  language: undefined,
  sentiment: undefined,
  status: undefined,
  text: undefined,
};

/** A column of the table as one of a file. Kinds other than these are told by the cells: a channel can be text or a list. */
export function exportColumn(column: ViewColumn, zone: string): ExportColumn {
  const { field, kind, unit } = column;
  const type = types[kind];
  // Under a header that says the unit, a workbook's own form of a duration would be another one.
  const isSaid = unit === unitInName(field);
  return { field, header: columnHeader(column, zone), ...(type ? { type } : {}), ...(unit && !isSaid ? { unit } : {}) };
}
