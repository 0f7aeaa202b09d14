import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";
import type { QueryBody } from "./api-calls.ts";
import { members, type Row, walk } from "./walk.ts";

const leafSchema = z.object({ op: z.string(), field: z.string(), values: z.array(z.string()) });
const filtersSchema = z.array(z.looseObject({ expressions: z.array(leafSchema) }));

/** A comparison as Twilio takes it, written by the test. */
export type Leaf = z.infer<typeof leafSchema>;

const time = "DateCreated";
export const count = "Conversation.Count";

/** The time range of a query of the screen: the one thing of it that a test cannot know by itself. */
export function windowOf({ query }: QueryBody): Leaf[] {
  const leaves = filtersSchema.parse(query["filters"]).flatMap(({ expressions }) => expressions);
  return leaves.filter(({ field, op }) => field === time && (op === "GT" || op === "LT"));
}

export type Counting = { by?: string[]; measure?: string; zone?: string; where: Leaf[] };

/** What the API answers to a query of the test's own. */
export function ask(
  request: APIRequestContext,
  { by = [], measure = count, zone = "UTC", where }: Counting,
): Promise<Row[]> {
  const query = {
    measures: [measure],
    dimensions: by,
    orderBy: [],
    filters: [{ op: "AND", expressions: where }],
  };
  return walk(request, { domain: "Conversations", properties: { timezone: zone }, query });
}

/** How many conversations there are with these filters. */
export async function total(request: APIRequestContext, where: Leaf[]): Promise<number> {
  const [row] = await ask(request, { where });
  return Number(row?.[count] ?? 0);
}

/** Adds up the counts of rows by a key of each, of none or of several. */
export function sums(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const row of rows) {
    for (const key of keysOf(row)) result.set(key, (result.get(key) ?? 0) + Number(row[count]));
  }
  return result;
}

/** How many conversations have each member of a field, for a field whose cells are combinations of members. */
export function byMember(rows: readonly Row[], field: string): Map<string, number> {
  return sums(rows, (row) => members(row[field]));
}
