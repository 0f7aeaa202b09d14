import type { FieldRoles } from "../../contract/fields.ts";
import type { Row } from "../../contract/page.ts";
import { cubeRoles, roles } from "../../contract/roles.ts";
import { formatList } from "../format/list.ts";
import { formatMoment, formatTime } from "../format/time.ts";
import { cellMembers, roleValueLabel } from "../format/values.ts";
import { rowTime } from "../view/asked-zone.ts";
import type { ViewColumn } from "../view/columns.ts";

/** A member of a cell as people read it. */
function memberWords(member: string, { role, kind, calendar }: ViewColumn, zone: string): string {
  const cubeRole = cubeRoles.find((one) => one === role);
  if (cubeRole) return roleValueLabel(cubeRole, member);
  const ms = kind === "time" ? rowTime(member, calendar === true, zone) : undefined;
  return ms === undefined ? member : formatTime(ms, zone);
}

/** What a cell says, as people read it. */
export function cellWords(cell: unknown, column: ViewColumn, zone: string): string {
  return formatList(cellMembers(cell).map((member) => memberWords(member, column, zone)));
}

/** Who, when and over what: the words by which people know a conversation. */
export type RowWords = {
  title: string | undefined;
  customer: string | undefined;
  /** `Nov 3, 14:05`; in full where its year is not to be taken for granted. */
  time: string | undefined;
  /** Milliseconds since 1970. */
  ms: number | undefined;
  channel: string | undefined;
  sentiment: string | undefined;
};

/** Whether a column has the words of conversations: a text that is nobody's name. */
function isTitle({ kind, role, measure }: ViewColumn): boolean {
  return kind === "text" && !measure && (role === undefined || !roles[role].personal);
}

/** The words of a row, as far as its columns have them. */
export function rowWords(
  row: Row,
  columns: readonly ViewColumn[],
  { roles: own }: FieldRoles,
  zone: string,
  inFull = false,
): RowWords {
  const said = (column: ViewColumn | undefined) => (column && cellWords(row[column.field], column, zone)) || undefined;
  const first = (field: string | undefined) => (field === undefined ? undefined : cellMembers(row[field])[0]);
  const timeColumn = columns.find(({ field }) => field === own.time?.shown);
  const ms = timeColumn && rowTime(row[timeColumn.field], timeColumn.calendar === true, zone);
  return {
    title: columns.filter(isTitle).map(said).find(Boolean),
    customer: said(columns.find(({ role }) => role === "customer")),
    time: ms === undefined ? undefined : inFull ? formatTime(ms, zone) : formatMoment(ms, zone),
    ms,
    channel: first(own.channel?.field),
    sentiment: first(own.sentiment?.field),
  };
}
