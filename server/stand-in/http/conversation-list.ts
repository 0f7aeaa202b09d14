import type { Request } from "express";
import type { Account } from "../account.ts";
import { findByCall } from "../detail/calls.ts";
import { type ConversationRow, conversationsBefore } from "../detail/row.ts";
import type { Tokens } from "../paging/token.ts";
import { pageOfList, readAskedPage, readOnce, writeListMeta } from "./lists.ts";

/** How one of the APIs lists conversations: under which key, which of them, and in which form. */
type Form = { key: string; has: (row: ConversationRow) => boolean; write: (row: ConversationRow) => unknown };

/**
 * A page of conversations: those of a call by its `channelId`, or all, newest first. Of all, a page may be short of its
 * size, or empty with others behind it. Other parameters are ignored.
 */
export async function pageOfConversations(
  req: Request,
  account: Account,
  tokens: Tokens,
  { key, has, write }: Form,
): Promise<Record<string, unknown>> {
  const channelId = readOnce(req, "channelId");
  const list = `${key} of ${channelId ?? "all"}`;
  if (channelId !== undefined) {
    const row = await findByCall(account, channelId);
    return pageOfList(req, tokens, { list, key, items: row && has(row) ? [write(row)] : [] });
  }
  const { size, position } = readAskedPage(req, tokens, list);
  const before = Number(position?.[0] ?? Number.MAX_SAFE_INTEGER);
  const { read, last, rows } = await conversationsBefore(account, before, size);
  const items = rows.filter(has).map(write);
  const next = read === size && last !== undefined ? [last] : undefined;
  return { [key]: items, meta: writeListMeta(tokens, { list, key, size, count: items.length, next }) };
}
