import type { Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Account } from "../account.ts";
import type { Position } from "../compile/keyset.ts";
import { type Plan, planQuery } from "../compile/plan.ts";
import type { Cursor } from "../compile/statement.ts";
import { readByOffset } from "./by-offset.ts";
import { type Columns, readRows, writeRows } from "./read-rows.ts";

/** The rows of a page, and where the pages before and after it are. */
export type PageRows = { items: Row[]; before: Position | undefined; after: Position | undefined };

/**
 * How many conversations to look at for a page of parts of conversations: a few, then more if the filters leave too
 * little of them, then all. Other plans are answered over all at once.
 */
function windows(plan: Plan, limit: number): (number | undefined)[] {
  return plan.windowed ? [8 * limit, 128 * limit, undefined] : [undefined];
}

async function readRowsOf(
  account: Account,
  plan: Plan,
  cursor: Cursor,
  limit: number,
  signal?: AbortSignal,
): Promise<Columns[]> {
  let read: Columns[] = [];
  for (const window of windows(plan, limit)) {
    read = await readRows(account, plan, cursor, limit, { window, signal });
    if (read.length === limit) return read;
  }
  return read;
}

/** Reads one page. One row more than asked tells whether the query goes on beyond it. */
export async function readPage(
  account: Account,
  request: InsightsQueryRequest,
  size: number,
  cursor: Cursor,
  signal?: AbortSignal,
): Promise<PageRows> {
  const plan = planQuery(account.catalogue, request);
  if (account.paging) {
    const { page, before, after } = await readByOffset(account, account.paging, plan, size, cursor, signal);
    return { items: writeRows(account, plan, page), before, after };
  }
  const read = await readRowsOf(account, plan, cursor, size + 1, signal);
  const goesOn = read.length > size;
  const page = read.slice(0, size);
  if (cursor.direction === "before") page.reverse();
  const position = (row: Columns | undefined) => row && plan.order.map(({ column }) => row(column));
  const [hasBefore, hasAfter] =
    cursor.direction === "before" ? [goesOn, true] : [cursor.position !== undefined, goesOn];
  return {
    items: writeRows(account, plan, page),
    before: hasBefore ? position(page[0]) : undefined,
    after: hasAfter ? position(page.at(-1)) : undefined,
  };
}
