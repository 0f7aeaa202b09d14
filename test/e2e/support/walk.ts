import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";
import type { QueryBody } from "./api-calls.ts";

const pageSchema = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  meta: z.looseObject({ nextToken: z.string().nullish() }),
});

export type Row = Record<string, unknown>;

/** All rows of a query, asked for page by page by the test itself. */
export async function walk(request: APIRequestContext, body: QueryBody): Promise<Row[]> {
  const rows: Row[] = [];
  let answer = await request.post("/api/query?pageSize=1000", { data: body, failOnStatusCode: true });
  for (;;) {
    const { items, meta } = pageSchema.parse(await answer.json());
    rows.push(...items);
    if (!meta.nextToken) return rows;
    const params = { pageToken: meta.nextToken };
    answer = await request.get("/api/query", { params, failOnStatusCode: true });
  }
}

/** The members of a cell as text; none for a missing one. */
export function members(cell: unknown): string[] {
  if (cell === null || cell === undefined) return [];
  return Array.isArray(cell) ? cell.map(String) : [String(cell)];
}

/** How many conversations have each member of a field, as numbers from large to small. A conversation counts once. */
export function recount(rows: readonly Row[], id: string, field: string): number[] {
  const holders = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const member of members(row[field])) {
      const key = member.toLowerCase();
      holders.set(key, (holders.get(key) ?? new Set()).add(String(row[id])));
    }
  }
  return [...holders.values()].map(({ size }) => size).sort((a, b) => b - a);
}
