import type { Row } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Account } from "../account.ts";
import type { Position } from "../compile/keyset.ts";
import { type Plan, planQuery } from "../compile/plan.ts";
import { type Cursor, type Statement, statementFor } from "../compile/statement.ts";
import { type Raw, toRaw, writeRow } from "./cells.ts";

/** The rows of a page, and where the pages before and after it are. */
export type PageRows = { items: Row[]; before: Position | undefined; after: Position | undefined };

type Columns = (column: string) => Raw;

async function readRows(account: Account, { sql, params }: Statement, signal?: AbortSignal): Promise<Columns[]> {
  const { names, rows } = await account.query(sql, params, signal);
  const places = new Map(names.map((name, i) => [name, i]));
  return rows.map((row) => (column) => toRaw(row[places.get(column) ?? -1]));
}

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
    const statement = statementFor(account.catalogue, plan, account.offsets(plan.zone), cursor, limit, window);
    read = await readRows(account, statement, signal);
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
  const read = await readRowsOf(account, plan, cursor, size + 1, signal);
  const goesOn = read.length > size;
  const page = read.slice(0, size);
  if (cursor.direction === "before") page.reverse();
  const position = (row: Columns | undefined) => row && plan.order.map(({ column }) => row(column));
  const [hasBefore, hasAfter] =
    cursor.direction === "before" ? [goesOn, true] : [cursor.position !== undefined, goesOn];
  return {
    items: page.map((row) => writeRow(account.catalogue, plan, row)),
    before: hasBefore ? position(page[0]) : undefined,
    after: hasAfter ? position(page.at(-1)) : undefined,
  };
}
