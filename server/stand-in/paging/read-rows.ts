import type { Row } from "../../../contract/page.ts";
import type { Account } from "../account.ts";
import type { Plan } from "../compile/plan.ts";
import { type Cursor, statementFor } from "../compile/statement.ts";
import { type Raw, toRaw, writeRow } from "./cells.ts";

/** A row as the database gives it: its cells by the aliases of the statement. */
export type Columns = (column: string) => Raw;

/** Runs a plan from a cursor on. A window is how many conversations to look at; all when undefined. */
export async function readRows(
  account: Account,
  plan: Plan,
  cursor: Cursor,
  limit: number,
  { window, signal }: { window?: number | undefined; signal?: AbortSignal | undefined },
): Promise<Columns[]> {
  const offsets = account.offsets(plan.zone);
  const { sql, params } = statementFor(account.catalogue, plan, offsets, cursor, limit, window);
  const { names, rows } = await account.query(sql, params, signal);
  const places = new Map(names.map((name, i) => [name, i]));
  return rows.map((row) => (column) => toRaw(row[places.get(column) ?? -1]));
}

/** Rows as the account writes them. */
export function writeRows({ catalogue, dress }: Account, plan: Plan, rows: readonly Columns[]): Row[] {
  const plain = rows.map((row) => writeRow(catalogue, plan, row));
  return dress ? plain.map((row) => dress(row, plan)) : plain;
}
