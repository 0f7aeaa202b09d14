import type { QueryClient } from "@tanstack/react-query";
import type { Row } from "../../contract/page.ts";
import { allPagesQuery } from "../api/all-pages.ts";
import type { ExportSubject } from "./subject.ts";

/** The selected rows as the table has them, in its order; undefined where it does not hold them all. */
export function heldRows({ rows, selected, rowIsConversation }: ExportSubject): Row[] | undefined {
  // Where a conversation has several rows, some of them may not have been loaded.
  if (!selected || !rowIsConversation || rows.isUpdating) return undefined;
  const isSelected = (row: Row) => selected.ids.has(String(row[selected.idField]));
  const held = rows.index.slice(rows.index.first, rows.index.count).filter(isSelected);
  return held.length === selected.ids.size ? held : undefined;
}

/**
 * The selected rows in the table's order: those that it holds, or where some were let go of, all as Twilio has them now.
 *
 * @param pinId the moment that the view is of; rows of a selection are asked for once in it.
 * @throws InsightsError when they are not there and cannot be asked for.
 */
export async function selectedRows(client: QueryClient, subject: ExportSubject, pinId: number): Promise<Row[]> {
  return heldRows(subject) ?? (await client.fetchQuery(allPagesQuery(subject.request, pinId))).rows;
}

/** How many different conversations the rows are of. */
export function conversationCount(rows: readonly Row[], idField: string): number {
  return new Set(rows.map((row) => row[idField])).size;
}
