import { type Request, Router } from "express";
import type { Account } from "../account.ts";
import { listedOperators } from "../detail/operators.ts";
import { resultsOf } from "../detail/results.ts";
import { type ConversationRow, conversationsWithResults, findConversation } from "../detail/row.ts";
import { writeIntelligenceConversation, writeIntelligenceItem } from "../detail/write-v3.ts";
import type { Tokens } from "../paging/token.ts";
import { pageOfConversations } from "./conversation-list.ts";
import { TwilioError } from "./errors.ts";
import { wrongMethod } from "./fallbacks.ts";
import { pageOfList, readAskedPage, readOnce, writeListMeta } from "./lists.ts";

/** Intelligence v3, read-only: one conversation, results of operators, and the operators themselves. */
export function intelligenceRoutes(account: Account, accountId: string, tokens: Tokens): Router {
  /** The parameters that choose results. Others are ignored, so that a mistyped name chooses all. */
  function readChoice(req: Request) {
    const operatorId = readOnce(req, "operatorId");
    const configurationId = readOnce(req, "intelligenceConfigurationId");
    const list = `results ${operatorId ?? ""} ${configurationId ?? ""}`;
    const keep = (one: ReturnType<typeof resultsOf>[number]) =>
      (operatorId === undefined || one.operator.id === operatorId) &&
      (configurationId === undefined || one.intelligenceConfiguration.id === configurationId);
    return { list, keep };
  }

  async function resultsOfOne(req: Request, id: string) {
    const { list, keep } = readChoice(req);
    const row = await findConversation(account, id);
    const items = row ? resultsOf(row, accountId).filter(keep) : [];
    return pageOfList(req, tokens, { list: `${list} ${id}`, key: "items", items });
  }

  /** Results of all conversations, newest first. A page takes whole conversations, so it may be short of its size. */
  async function resultsOfAll(req: Request) {
    const { list, keep } = readChoice(req);
    const { size, position } = readAskedPage(req, tokens, list);
    const before = Number(position?.[0] ?? Number.MAX_SAFE_INTEGER);
    const skipped = Number(position?.[1] ?? 0);
    const rows = await conversationsWithResults(account, before, size + 1);
    const found = rows.flatMap((row) => resultsOf(row, accountId).map((result, i) => ({ result, i, row })));
    const rest = found.slice(skipped);
    const page = rest.slice(0, size);
    const following = rest[size];
    const next = following && [following.row.created + 1, following.i];
    const items = page.map(({ result }) => result).filter(keep);
    return { items, meta: writeListMeta(tokens, { list, key: "items", size, count: items.length, next }) };
  }

  const router = Router();
  const write = (row: ConversationRow) => writeIntelligenceItem(row, accountId);
  router
    .route("/v3/Conversations")
    .get(async (req, res) => {
      res.json(await pageOfConversations(req, account, tokens, { key: "items", has: () => true, write }));
    })
    .all(wrongMethod);

  router
    .route("/v3/Conversations/:id")
    .get(async (req, res) => {
      const row = await findConversation(account, req.params.id);
      if (!row) throw new TwilioError(404, `The conversation ${req.params.id} was not found`);
      res.json(writeIntelligenceConversation(row, accountId));
    })
    .all(wrongMethod);

  router
    .route("/v3/OperatorResults")
    .get(async (req, res) => {
      const id = readOnce(req, "conversationId");
      res.json(id === undefined ? await resultsOfAll(req) : await resultsOfOne(req, id));
    })
    .all(wrongMethod);

  router
    .route("/v3/ControlPlane/Operators")
    .get((req, res) => {
      res.json(pageOfList(req, tokens, { list: "operators", key: "items", items: listedOperators }));
    })
    .all(wrongMethod);

  router
    .route("/v3/ControlPlane/Operators/:id")
    .get((req, res) => {
      const operator = listedOperators.find(({ id }) => id === req.params.id);
      if (!operator) throw new TwilioError(404, `The operator ${req.params.id} was not found`);
      res.json(operator);
    })
    .all(wrongMethod);
  return router;
}
