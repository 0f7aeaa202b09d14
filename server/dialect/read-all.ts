import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { inSmallerPages } from "../twilio/smaller-pages.ts";
import type { ReadAll, WholeRead } from "./complete.ts";
import { tooMany } from "./count-rows.ts";
import { mostCounted } from "./tables.ts";

type Calls = {
  first(request: InsightsQueryRequest, pageSize: number): Promise<WirePage>;
  next(token: string): Promise<WirePage>;
  /** Told of each page. */
  onCall?(): void;
};

/**
 * Reads all pages of queries, in smaller ones where one is too large.
 *
 * @throws ProblemError for what a page fails with, and where there are more rows than are counted.
 */
export function readAllPages({ first, next, onCall }: Calls): ReadAll {
  async function read(request: InsightsQueryRequest, pageSize: number): Promise<WholeRead> {
    const rows: Buffer[] = [];
    const notReturned = new Set<string>();
    let lost = 0;
    const seen = new Set<string>();
    let page = await first(request, pageSize);
    for (;;) {
      onCall?.();
      rows.push(...page.rows);
      for (const field of page.marks?.notReturned ?? []) notReturned.add(field);
      lost += page.lost;
      const { nextToken } = page;
      if (rows.length > mostCounted) throw tooMany();
      if (nextToken === undefined || seen.has(nextToken)) return { rows, notReturned: [...notReturned], lost };
      seen.add(nextToken);
      page = await next(nextToken);
    }
  }

  return (request, pageSize) => inSmallerPages(pageSize, (size) => read(request, size));
}
