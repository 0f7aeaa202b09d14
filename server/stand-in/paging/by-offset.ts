import type { Account } from "../account.ts";
import type { Position } from "../compile/keyset.ts";
import type { Plan } from "../compile/plan.ts";
import type { Cursor } from "../compile/statement.ts";
import type { OffsetPaging } from "./offset-paging.ts";
import { type Columns, readRows } from "./read-rows.ts";

type Read = { page: Columns[]; before: Position | undefined; after: Position | undefined };

/** Reads the page of a plan that begins after as many rows as its position says. */
export async function readByOffset(
  account: Account,
  paging: OffsetPaging,
  plan: Plan,
  size: number,
  cursor: Cursor,
  signal?: AbortSignal,
): Promise<Read> {
  const from = Math.max(0, Number(cursor.position?.[0] ?? 0));
  // The results of a job are a snapshot: nothing arrives in them, and their rows were put in order once.
  const isSnapshot = cursor.below !== undefined;
  if (from > 0 && !isSnapshot) await paging.arrive?.();
  const limit = Math.max(0, Math.min(size + 1, paging.cap - from));
  const skip = { rows: from, seed: isSnapshot ? undefined : paging.turn?.() };
  const read = await readRows(account, plan, { direction: "after", below: cursor.below, skip }, limit, { signal });
  return {
    page: read.slice(0, size),
    before: from > 0 ? [Math.max(0, from - size)] : undefined,
    after: read.length > size ? [from + size] : undefined,
  };
}
