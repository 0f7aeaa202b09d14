import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { WirePage } from "../twilio/read-page.ts";
import { isExpired } from "../twilio/refusals.ts";
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

/** The pages before were given; the token of the next one is not taken. */
class TokenExpired extends Error {
  override readonly name = "TokenExpired";
}

function orExpired(error: unknown): never {
  throw isExpired(error) ? new TokenExpired("", { cause: error }) : error;
}

/**
 * Reads all pages of queries, in smaller ones where one is too large, and once more where a token is not taken any more.
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
      page = await next(nextToken).catch(orExpired);
    }
  }

  async function readAgain(request: InsightsQueryRequest, pageSize: number): Promise<WholeRead> {
    try {
      return await read(request, pageSize);
    } catch (error) {
      if (!(error instanceof TokenExpired)) throw error;
      // A second one is no accident: the account's own words say what it is.
      return await read(request, pageSize).catch((again: unknown) => {
        throw again instanceof TokenExpired ? again.cause : again;
      });
    }
  }

  return (request, pageSize) => inSmallerPages(pageSize, (size) => readAgain(request, size));
}
