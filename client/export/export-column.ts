import type { ExportColumn } from "../../contract/export.ts";
import type { ViewColumn } from "../view/columns.ts";

/** The header of a column: its words on the screen, and for times the zone they are written in. */
export function columnHeader({ label, kind }: ViewColumn, zone: string): string {
  return kind === "time" ? `${label} (${zone})` : label;
}

const types: Partial<Record<ViewColumn["kind"], ExportColumn["type"]>> = { time: "time", id: "id", number: "number" };

/** A column of the table as one of a file. Kinds other than these are told by the cells: a channel can be text or a list. */
export function exportColumn(column: ViewColumn, zone: string): ExportColumn {
  const { field, kind, unit } = column;
  const type = types[kind];
  return { field, header: columnHeader(column, zone), ...(type ? { type } : {}), ...(unit ? { unit } : {}) };
}
