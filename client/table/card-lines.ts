import type { RoleColumn } from "../../contract/roles/role.ts";
import { columnRoles, roles } from "../../contract/roles.ts";
import type { ViewColumn } from "../view/columns.ts";

export type CardLines = { first: ViewColumn[]; second: ViewColumn[] };

/** The most cells that a line of a card has room for. */
const most = 3;

/** The columns that are visible of the roles of a line, in the roles' order. */
function ofLine(columns: readonly ViewColumn[], line: RoleColumn["cardLine"]): ViewColumn[] {
  const own = columnRoles.filter((role) => roles[role].column?.cardLine === line);
  return own.flatMap((role) => columns.find((column) => column.role === role) ?? []);
}

/**
 * What a card shows of the visible columns: when and how it went, then over what and who. A name says more than an id
 * where both are visible. Where the usual kinds are missing, other columns take their place.
 */
export function cardLines(columns: readonly ViewColumn[]): CardLines {
  const first = ofLine(columns, "first");
  const name = columns.find(({ kind }) => kind === "text") ?? columns.find(({ role }) => role === "id");
  const second = [...ofLine(columns, "second"), ...(name ? [name] : [])];
  const others = columns.filter((column) => !first.includes(column) && !second.includes(column));
  if (first.length === 0) first.push(...others.splice(0, most));
  if (second.length === 0) second.push(...others.splice(0, most));
  return { first, second };
}
