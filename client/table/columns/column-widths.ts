import type { RoleColumn } from "../../../contract/roles/role.ts";
import { roles } from "../../../contract/roles.ts";
import { isTwelveHours } from "../../browser/region.ts";
import { rem } from "../../ui/rem.ts";
import { headingOf, type PlainKind, type ViewColumn } from "../../view/columns.ts";
import type { Density, Look } from "../../view/shared-look.ts";

/** The height of a row, like all lengths here in pixels at the usual font size. */
export const rowHeights: Record<Density, number> = { compact: 28, normal: 34, roomy: 52 };

/** The height of the header; also in grid.module.css. */
export const headHeight = 36;

/** The width of the column of checkboxes; on cards too. */
export const leadWidth = 40;

/** Of a column that plays no role: the least width of what it holds, and its share of the width that is left over. */
const plainWidths: Record<PlainKind, RoleColumn["width"]> = {
  time: { least: 152, share: 0 },
  number: { least: 136, share: 0.4 },
  text: { least: 160, share: 2 },
};

function widthOf({ kind, role }: ViewColumn): RoleColumn["width"] {
  const own = role && roles[role].column?.width;
  return own ?? plainWidths[kind === "time" || kind === "number" ? kind : "text"];
}

/** What “a.m.” and “p.m.” take behind a time. */
const forTwelveHours = 20;

/** What a heading takes: its edges with the arrow, and each letter on the average, generously, as fonts differ. */
const heading = { edges: 44, letter: 7, most: 240 };

/**
 * The least width of a column, and the width that it has where it is pinned and was given none: its heading is not cut,
 * unless it is a long name of the account's own.
 */
export function leastWidthOf(column: ViewColumn): number {
  const wanted = heading.edges + headingOf(column).length * heading.letter;
  const more = column.kind === "time" && isTwelveHours() ? forTwelveHours : 0;
  const { least, tight = least } = widthOf(column);
  return Math.max((column.isTight ? tight : least) + more, Math.min(wanted, heading.most));
}

type Sized = Pick<Look, "widths" | "pinned">;
const asUsual: Sized = { widths: {}, pinned: [] };

/** The width that a column has whatever the box is: the one it was given, or its least where it is pinned. */
function fixedWidth(column: ViewColumn, look: Sized): number | undefined {
  return look.widths[column.field] ?? (look.pinned.includes(column.field) ? leastWidthOf(column) : undefined);
}

/** The columns as they are drawn: pinned ones first, else in the order of the view. */
export function placedColumns(columns: readonly ViewColumn[], { pinned }: Sized): ViewColumn[] {
  const isPinned = ({ field }: ViewColumn) => pinned.includes(field);
  return [...columns.filter(isPinned), ...columns.filter((column) => !isPinned(column))];
}

/** The tracks on paper, which nobody can scroll: all columns share its width as they would share their least. */
export function printedTracks(columns: readonly ViewColumn[], look: Sized = asUsual): string {
  return columns.map((column) => `minmax(0, ${fixedWidth(column, look) ?? leastWidthOf(column)}fr)`).join(" ");
}

/** The CSS grid tracks of the columns. No track depends on content, so rows that are not drawn cannot move them. */
export function columnTracks(columns: readonly ViewColumn[], look: Sized = asUsual): string {
  const isGrowing = (column: ViewColumn) => widthOf(column).share > 0 && fixedWidth(column, look) === undefined;
  const growing = columns.some(isGrowing);
  const tracks = columns.map((column) => {
    const fixed = fixedWidth(column, look);
    if (fixed !== undefined) return rem(fixed);
    return `minmax(${rem(leastWidthOf(column))}, ${growing ? widthOf(column).share : 1}fr)`;
  });
  // Where every column has a width of its own, the rest of the line stays empty.
  return tracks.join(" ");
}
