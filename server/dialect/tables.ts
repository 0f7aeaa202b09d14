import type { Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Clock } from "../clock.ts";
import type { Lacks } from "./one-page.ts";

/** Conversations of one query, read to be counted. */
export type Table = Lacks & { rows: Row[]; calls: number };

/** Rows that are read to be counted; more would take a person's patience and the account's limit. */
export const mostCounted = 100_000;
/** How long a table is counted from: the figures of one screen are asked for within seconds. */
const keptMs = 2 * 60_000;
const mostTables = 2;

/** Tables that figures are counted from. The figures of one screen share them. */
export type Tables = { of(request: InsightsQueryRequest, read: () => Promise<Table>): Promise<Table> };

export function keepTables(clock: Clock): Tables {
  const byQuery = new Map<string, { table: Promise<Table>; until: number }>();
  return {
    of(request, read) {
      const name = JSON.stringify(request);
      const now = clock.now();
      for (const [key, { until }] of byQuery) if (until < now) byQuery.delete(key);
      const known = byQuery.get(name);
      if (known) return known.table;
      const table = read();
      byQuery.set(name, { table, until: now + keptMs });
      // What failed is asked again by the next who wants it.
      table.catch(() => byQuery.delete(name));
      const [oldest] = byQuery.keys();
      if (byQuery.size > mostTables && oldest !== undefined) byQuery.delete(oldest);
      return table;
    },
  };
}
