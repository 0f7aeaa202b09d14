import { Router } from "express";
import type { Page } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import type { Account } from "../account.ts";
import type { Cursor } from "../compile/statement.ts";
import { readPage } from "../paging/read-page.ts";
import { StoredQueries } from "../paging/stored-queries.ts";
import { expired, type Tokens } from "../paging/token.ts";
import { writePage } from "../paging/write-page.ts";
import { readPageSize, readPageToken, readQueryBody } from "./body.ts";
import { wrongMethod } from "./fallbacks.ts";
import { goneSignal } from "./gone.ts";

/** Query, synchronously: the first page by POST, the others by their tokens. */
export function queryRoutes(account: Account, tokens: Tokens): Router {
  const stored = new StoredQueries();

  async function answer(
    request: InsightsQueryRequest,
    size: number,
    cursor: Cursor,
    signal: AbortSignal,
  ): Promise<Page> {
    const rows = await readPage(account, request, size, cursor, signal);
    const query = rows.before || rows.after ? stored.keep(request) : "";
    return writePage(account, rows, account.catalogue.domain, (direction, position) =>
      tokens.write({ query, size, direction, position }),
    );
  }

  const router = Router();
  router
    .route("/v3/InsightsDomains/Conversations/Query")
    .post(async (req, res) => {
      const size = readPageSize(req);
      res.json(await answer(readQueryBody(req.body), size, { direction: "after" }, goneSignal(res)));
    })
    .get(async (req, res) => {
      const { query, size, direction, position } = tokens.read(readPageToken(req));
      const request = stored.find(query);
      if (!request) throw expired();
      res.json(await answer(request, size, { direction, position }, goneSignal(res)));
    })
    .all(wrongMethod);
  return router;
}
