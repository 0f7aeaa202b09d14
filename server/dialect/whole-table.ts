import type { InsightsQueryRequest } from "../../contract/query.ts";
import { type CountPlan, plainDimensions, plainField } from "./count-plan.ts";
import type { Shape } from "./shape.ts";
import type { Table } from "./tables.ts";

type Read = (request: InsightsQueryRequest) => Promise<Table>;

function withDimensions(rows: InsightsQueryRequest, dimensions: readonly string[]): InsightsQueryRequest {
  return { ...rows, query: { ...rows.query, dimensions: [...dimensions] } };
}

/**
 * The rows that a plan counts. An account may leave out conversations as soon as it is asked for a field in which they
 * lack a value, and where it takes no range, its own count of the window is not there to show it: so rows are held against
 * those of ids and times alone, which every count of the view shares. Where they are fewer, they are read by no more
 * fields than are counted by; and by one field, what is missing then has no value in it. By several it stays away, which
 * the count of all shows.
 */
export async function wholeTable(plan: CountPlan, shape: Shape, read: Read): Promise<Table> {
  const { rows, canonical, left, isOfGroups } = plan;
  const { id } = shape.roles;
  const table = await read(rows);
  const counted = [...new Set((canonical.query.dimensions ?? []).map((field) => plainField(field, shape)))];
  if (!id || left.length > 0 || isOfGroups || counted.length === 0) return table;
  const idsOf = (one: Table) => new Set(one.rows.map((row) => row[id.field]));
  const plain = plainDimensions(shape);
  const all = await read(withDimensions(rows, plain));
  const count = idsOf(all).size;
  if (idsOf(table).size >= count) return { ...table, calls: table.calls + all.calls };
  const needed = await read(withDimensions(rows, [...new Set([...plain, ...counted.toSorted()])]));
  const calls = table.calls + all.calls + needed.calls;
  const known = idsOf(needed);
  if (known.size >= count || counted.length > 1) return { ...needed, calls };
  return { ...needed, calls, rows: [...needed.rows, ...all.rows.filter((row) => !known.has(row[id.field]))] };
}
