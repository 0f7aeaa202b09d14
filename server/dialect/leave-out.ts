import type { Row } from "../../contract/page.ts";
import type { FilterGroup } from "../../contract/query.ts";
import { parseDigits } from "../json/exact-json.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { predicate } from "./local/predicate.ts";
import type { Plan } from "./plan.ts";
import type { Shape } from "./shape.ts";
import { leavesIn } from "./split-filters.ts";

/** A row, read. Numbers that a double would change are text: it is not for writing. */
export function readRow(row: Buffer): Row {
  const value: unknown = parseDigits(row.toString("utf8"));
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Whether no further row can fit: they come newest first, and the last one is from before the window. */
function isPast({ until }: Plan, last: Row | undefined): boolean {
  const cell = until && last?.[until.field];
  const ms = typeof cell === "string" ? Date.parse(cell) : Number.NaN;
  return until !== undefined && ms < until.from;
}

/**
 * Rows cannot be held against comparisons on what came in no row: none of them would fit.
 *
 * @throws ProblemError where one of the fields was not returned.
 */
export function mustBeReturned(left: readonly FilterGroup[], notReturned: readonly string[]): void {
  const gone = leavesIn(left).find(({ field }) => notReturned.includes(field));
  if (!gone) return;
  const { field } = gone;
  throw earshotProblem("notCountable", sentence("dialectUnfiltered", { field }));
}

/**
 * Leaves out the rows that do not fit what the account could not be asked.
 *
 * @returns the rows that fit, and whether no further row can.
 */
export function leaveOut(
  plan: Plan,
  rows: readonly Buffer[],
  shape: Shape,
): { rows: readonly Buffer[]; isPast: boolean } {
  if (plan.left.length === 0) return { rows, isPast: false };
  const fits = predicate(plan.left, shape.times);
  const read = rows.map((row) => ({ row, cells: readRow(row) }));
  return {
    rows: read.filter(({ cells }) => fits(cells)).map(({ row }) => row),
    isPast: isPast(plan, read.at(-1)?.cells),
  };
}
