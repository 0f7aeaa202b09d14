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
const mostTables = 6;
/** Of all tables that are kept. */
const mostRows = 2 * mostCounted;

/** Tables that figures are counted from. The figures of one screen share them. */
export type Tables = { of(request: InsightsQueryRequest, read: () => Promise<Table>): Promise<Table> };

export function keepTables(clock: Clock): Tables {
  const byQuery = new Map<string, { table: Promise<Table>; until: number; rows: number }>();

  function bound(): void {
    let rows = [...byQuery.values()].reduce((sum, one) => sum + one.rows, 0);
    for (const [name, oldest] of byQuery) {
      if (byQuery.size <= 1 || (byQuery.size <= mostTables && rows <= mostRows)) return;
      rows -= oldest.rows;
      byQuery.delete(name);
    }
  }

  return {
    of(request, read) {
      const name = JSON.stringify(request);
      const now = clock.now();
      for (const [key, { until }] of byQuery) if (until < now) byQuery.delete(key);
      const known = byQuery.get(name);
      if (known) return known.table;
      const table = read();
      const own = { table, until: now + keptMs, rows: 0 };
      byQuery.set(name, own);
      table.then(
        ({ rows }) => {
          own.rows = rows.length;
          bound();
        },
        // What failed is asked again by the next who wants it.
        () => byQuery.delete(name),
      );
      bound();
      return table;
    },
  };
}
