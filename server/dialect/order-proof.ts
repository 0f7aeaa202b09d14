import type { SentQuery } from "./ladder.ts";
import { readRow } from "./leave-out.ts";
import type { Plan } from "./plan.ts";
import { readMicros } from "./time/instant.ts";

/** A request with one of its orders the other way round. */
function turnedRound({ request, pageSize }: SentQuery, field: string): SentQuery {
  const orderBy = (request.query.orderBy ?? []).map((one) =>
    one.field === field ? { field, direction: one.direction === "DESC" ? ("ASC" as const) : ("DESC" as const) } : one,
  );
  return { request: { ...request, query: { ...request.query, orderBy } }, pageSize };
}

/** Whether an account heeds the order by time, by which the reading of rows ends that it does not cut to a window itself. */
export type OrderProof = {
  /**
   * Whether the same rows come first, whichever way round they are asked for. It is asked once.
   *
   * @param rows the rows of a page, in the one form, that seem to show that nothing more can fit.
   * @param ask the first page of a request, in the one form.
   */
  ignores(plan: Plan, rows: readonly Buffer[], ask: (sent: SentQuery) => Promise<readonly Buffer[]>): Promise<boolean>;
};

export function orderProof(): OrderProof {
  let isProven = false;
  return {
    async ignores({ until, sent: [first] }, rows, ask) {
      if (!until || !first || isProven) return false;
      const oldest = await ask(turnedRound(first, until.field));
      const [a, b] = [rows.at(-1), oldest[0]].map((row) => row && readMicros(readRow(row)[until.field]));
      isProven = a === undefined || b === undefined || b <= a;
      return !isProven;
    },
  };
}
