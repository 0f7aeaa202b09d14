import type { ViewColumn } from "../../view/columns.ts";
import { changeLook, currentLook } from "../../view/look.ts";
import type { Look } from "../../view/shared-look.ts";
import { leastWidthOf, placedColumns } from "./column-widths.ts";

/** A column where it is drawn. All lengths here are in pixels at the usual font size. */
export type PlacedColumn = {
  column: ViewColumn;
  /** How far from the beginning of the line it stays; undefined where it is not pinned. */
  pin: number | undefined;
};

/** The columns in the order in which they are drawn, and the least width of all of them and of those that are pinned. */
export type GridModel = { columns: readonly PlacedColumn[]; least: number; pinned: number };

/** Places the columns of the view as the person likes them. Rows are drawn without a model. */
export function gridModel(columns: readonly ViewColumn[], look: Pick<Look, "widths" | "pinned">): GridModel {
  let [least, pinned] = [0, 0];
  const placed = placedColumns(columns, look).map((column): PlacedColumn => {
    const width = look.widths[column.field] ?? leastWidthOf(column);
    const isPinned = look.pinned.includes(column.field);
    const pin = isPinned ? pinned : undefined;
    least += width;
    if (isPinned) pinned += width;
    return { column, pin };
  });
  return { columns: placed, least, pinned };
}

/** Gives a column another width, or with undefined its usual one. */
export function setWidth(field: string, width: number | undefined): void {
  const now = currentLook();
  const { [field]: _given, ...others } = now.widths;
  changeLook({ ...now, widths: width === undefined ? others : { ...now.widths, [field]: width } });
}
