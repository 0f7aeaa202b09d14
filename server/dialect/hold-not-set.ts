import { mayBeEstimates } from "../../contract/checks.ts";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { type InsightsQueryRequest, isNotSet } from "../../contract/query.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { WirePage } from "../twilio/read-page.ts";
import type { CountPlan } from "./count-plan.ts";
import { readRow } from "./leave-out.ts";
import type { Shape } from "./shape.ts";
import { leavesIn } from "./split-filters.ts";
import type { Table } from "./tables.ts";

/** Asks for the first page of a query. */
type Ask = (request: InsightsQueryRequest) => Promise<WirePage>;

/** What the account counts of the rows of a table, for as long as the table is kept. */
const counted = new WeakMap<Table, Promise<number>>();

async function countOf({ rows: { query, ...around } }: CountPlan, measure: string, ask: Ask): Promise<number> {
  const { filters } = query;
  const { rows } = await ask({ ...around, query: { measures: [measure], ...(filters ? { filters } : {}) } });
  return rows[0] ? Number(readRow(rows[0])[measure]) : 0;
}

async function bothCounts(
  plan: CountPlan,
  table: Table,
  { roles }: Pick<Shape, "roles">,
  ask: Ask,
): Promise<BothCounts> {
  const promise = counted.get(table) ?? countOf(plan, roles.count?.field ?? "", ask);
  counted.set(table, promise);
  // What failed is asked again by the next who wants it.
  promise.catch(() => counted.delete(table));
  return { rows: new Set(table.rows.map((row) => row[roles.id?.field ?? ""])).size, all: await promise };
}

/** How many conversations rows are of, and how many the account counts of the same. */
export type BothCounts = { rows: number; all: number };

/**
 * Whether groups can be counted from rows: there are as many as the account counts, or almost as many, since some may
 * have come meanwhile. An account that caps lists has fewer.
 *
 * @returns what has to be said of groups that are; both numbers where they cannot be.
 */
export async function holdsGroups(
  plan: CountPlan,
  table: Table,
  shape: Shape,
  ask: Ask,
): Promise<{ notes: Sentence[] } | BothCounts> {
  if (!plan.isOfGroups) return { notes: [] };
  const { rows, all } = await bothCounts(plan, table, shape, ask);
  if (rows === all) return { notes: [] };
  // What stands beside them may be what the account counts.
  const isClose = Math.abs(rows - all) <= 2 || mayBeEstimates(rows, all);
  return isClose ? { notes: [sentence("dialectCountOff", { rows, all })] } : { rows, all };
}

/**
 * Holds rows that are counted by what is not set against the account's own count of them. An account may leave out the
 * conversations without a value as soon as it is asked for the field, so what is not set is counted only where the rows,
 * those with a value and those without one, are as many as the account counts.
 *
 * @throws ProblemError where they are not.
 */
export async function holdNotSet(plan: CountPlan, table: Table, { roles }: Shape, ask: Ask): Promise<void> {
  const leaf = leavesIn(plan.left).find(isNotSet);
  if (!leaf) return;
  const { rows, all } = await bothCounts(plan, table, { roles }, ask);
  if (rows !== all)
    throw earshotProblem("notCountable", sentence("dialectNotSetApart", { field: leaf.field, rows, all }));
}
