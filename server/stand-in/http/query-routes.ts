import { Router } from "express";
import type { Page } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Account } from "../account.ts";
import type { Cursor } from "../compile/statement.ts";
import { readPage } from "../paging/read-page.ts";
import { StoredQueries } from "../paging/stored-queries.ts";
import { expired, type TokenContent, type Tokens } from "../paging/token.ts";
import { readPageSize, readPageToken, readQueryBody } from "./body.ts";
import { wrongMethod } from "./fallbacks.ts";

/** Query, synchronously: the first page by POST, the others by their tokens. */
export function queryRoutes(account: Account, tokens: Tokens): Router {
  const stored = new StoredQueries();

  async function answer(request: InsightsQueryRequest, size: number, cursor: Cursor): Promise<Page> {
    const { items, before, after } = await readPage(account, request, size, cursor);
    const query = before || after ? stored.keep(request) : "";
    const token = (direction: TokenContent["direction"], position: TokenContent["position"] | undefined) =>
      position ? tokens.write({ query, size, direction, position }) : null;
    const ends = {
      previousToken: token("before", before && [...before]),
      nextToken: token("after", after && [...after]),
    };
    return {
      domain: account.catalogue.domain,
      items,
      meta: { key: "items", pageSize: items.length, ...written(ends) },
    };
  }

  /** The tokens of a page; one that leads nowhere is null or left out. */
  function written(ends: Record<string, string | null>): Record<string, string | null> {
    if (account.catalogue.endToken === "null") return ends;
    return Object.fromEntries(Object.entries(ends).filter(([, token]) => token !== null));
  }

  const router = Router();
  router
    .route("/v3/InsightsDomains/Conversations/Query")
    .post(async (req, res) => {
      res.json(await answer(readQueryBody(req.body), readPageSize(req), { direction: "after" }));
    })
    .get(async (req, res) => {
      const { query, size, direction, position } = tokens.read(readPageToken(req));
      const request = stored.find(query);
      if (!request) throw expired();
      res.json(await answer(request, size, { direction, position }));
    })
    .all(wrongMethod);
  return router;
}
