import { standsApart } from "../../contract/fields.ts";
import type { ViewColumn } from "../view/columns.ts";
import type { ExportSubject } from "./subject.ts";

/**
 * How much will leave, as far as it is known before the last page.
 * - `selected`: the conversations that a person selected; `moreRows` as below.
 * - `rows`: exact, because the table has seen the last page.
 * - `conversations`: what the charts count; `moreRows` where a conversation has several rows in this account.
 * - `atMost`: a column is shown that some conversations have no value for, which leaves them out.
 */
export type ExportSize =
  | { kind: "selected"; count: number; moreRows: boolean }
  | { kind: "rows"; count: number; areConversations: boolean }
  | { kind: "conversations"; count: number; moreRows: boolean }
  | { kind: "atMost"; count: number }
  | { kind: "unknown" };

/** How many rows or conversations an export of the subject will have. */
export function exportSize(subject: ExportSubject): ExportSize {
  const { rows, population, fields, columns, rowIsConversation } = subject;
  const { id } = fields.roles;
  if (subject.selected) return { kind: "selected", count: subject.selected.ids.size, moreRows: !rowIsConversation };
  if (rows.ended && !rows.isUpdating) {
    return { kind: "rows", count: rows.count, areConversations: rowIsConversation };
  }
  if (population?.kind !== "all" || !id) return { kind: "unknown" };
  const { count } = population;
  const isApart = ({ role, field }: ViewColumn) => {
    const own = role && fields.roles[role];
    return own?.field === field && role !== "id" && role !== "time" && standsApart(own, fields);
  };
  if (columns.some(isApart)) return { kind: "atMost", count };
  return { kind: "conversations", count, moreRows: !rowIsConversation };
}

/** How many rows to expect, for the time left; undefined where that would be a guess. */
export function expectedRows(size: ExportSize): number | undefined {
  if (size.kind === "rows") return size.count;
  const isExact = (size.kind === "conversations" || size.kind === "selected") && !size.moreRows;
  return isExact ? size.count : undefined;
}
