import type { ViewColumn } from "../../view/columns.ts";
import type { Look } from "../../view/shared-look.ts";
import { t } from "../../words/words.ts";
import { placedColumns } from "./column-widths.ts";

/**
 * The visible columns after one was ticked or unticked. A new one goes before the first visible column that comes
 * after it in the list of all, so that unticking and ticking again gives the same order, also of columns that a
 * person has put in an order of their own. The last one stays.
 */
export function toggleColumn(all: readonly ViewColumn[], visible: readonly string[], field: string): string[] {
  if (visible.includes(field)) return visible.length > 1 ? visible.filter((one) => one !== field) : [...visible];
  const place = (one: string) => all.findIndex((column) => column.field === one);
  const before = visible.findIndex((one) => place(one) > place(field));
  return visible.toSpliced(before < 0 ? visible.length : before, 0, field);
}

/** The visible columns after one was moved to the place of another: before it on the way up, after it on the way down. */
export function moveColumn(visible: readonly string[], field: string, to: number): string[] {
  const from = visible.indexOf(field);
  if (from < 0) return [...visible];
  const place = Math.min(Math.max(to, 0), visible.length - 1);
  return visible.toSpliced(from, 1).toSpliced(place, 0, field);
}

/** Where a column is in an order of fields, in words. */
function placeWords(columns: readonly ViewColumn[], order: readonly string[], field: string): string {
  const label = columns.find((column) => column.field === field)?.label ?? field;
  return t("table.columns.moved", { label, place: order.indexOf(field) + 1, count: order.length });
}

/**
 * Moves a visible column to the place of another.
 *
 * @returns the fields in their new order, and in words which place the column has then, counted as they are drawn.
 */
export function moveOnto(visible: readonly ViewColumn[], look: Look, field: string, onto: string) {
  const fields = visible.map((column) => column.field);
  const order = moveColumn(fields, field, fields.indexOf(onto));
  const moved = order.flatMap((one) => visible.find((column) => column.field === one) ?? []);
  const drawn = placedColumns(moved, look).map((column) => column.field);
  return { order, words: placeWords(visible, drawn, field) };
}
