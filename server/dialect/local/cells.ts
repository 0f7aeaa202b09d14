import type { Row } from "../../../contract/page.ts";

/** A cell of a row; undefined where it is missing or null. */
export function cellOf(row: Row, field: string): unknown {
  return Object.hasOwn(row, field) ? (row[field] ?? undefined) : undefined;
}

/** The values in a cell: the members of a list, one for a plain value, none where nothing is. */
export function valuesOf(cell: unknown): unknown[] {
  if (cell === null || cell === undefined) return [];
  return Array.isArray(cell) ? cell.flatMap(valuesOf) : [cell];
}

const decimal = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A number, also one that is written as text, as Cube does; undefined for what is none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && decimal.test(value) ? Number(value) : undefined;
}

/** A value as text, to compare it with the texts of a filter. */
export function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
