import { columnRoles, roles } from "../../contract/roles.ts";
import type { ViewColumn } from "../view/columns.ts";

/** A line of a card: what begins it, and what stands at its end. */
export type CardLine = { start: readonly ViewColumn[]; end: readonly ViewColumn[] };

/** The most cells of columns without a place of their own that a line has room for. */
const most = 2;

/**
 * What a card shows of the visible columns: which one and when, then who, then how it went, over what and how long. A
 * name says more than an id where both are visible. What has no place of its own takes that of lines that are empty.
 */
export function cardLines(columns: readonly ViewColumn[]): CardLine[] {
  const byRole = columnRoles.flatMap((role) => columns.find((column) => column.role === role) ?? []);
  const isNamed = byRole.some(({ role }) => role === "name");
  const placed = byRole.filter(({ role }) => role && roles[role].column?.card && !(isNamed && role === "id"));
  const others = columns.filter((column) => !placed.includes(column));
  const at = (line: number, ...places: string[]) =>
    places.flatMap((place) =>
      placed.filter(({ role }) => {
        const [ownLine, ownPlace] = (role && roles[role].column?.card) ?? [];
        return ownLine === line && ownPlace === place;
      }),
    );
  return [0, 1, 2].map((line) => {
    const [start, end] = [at(line, "start", "middle"), at(line, "end")];
    return { start: start.length + end.length > 0 ? start : others.splice(0, most), end };
  });
}
