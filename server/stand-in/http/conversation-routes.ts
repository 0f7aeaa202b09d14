import { Router } from "express";
import type { Account } from "../account.ts";
import { type ConversationRow, findConversation } from "../detail/row.ts";
import { isOrchestrated, writeCommunications, writeConversation, writeParticipants } from "../detail/write-v2.ts";
import type { Tokens } from "../paging/token.ts";
import { pageOfConversations } from "./conversation-list.ts";
import { TwilioError } from "./errors.ts";
import { wrongMethod } from "./fallbacks.ts";
import { pageOfList, readOnce } from "./lists.ts";

/** Conversations v2, read-only: one conversation, its participants and its transcript. */
export function conversationRoutes(account: Account, accountId: string, tokens: Tokens): Router {
  async function find(id: string): Promise<ConversationRow> {
    const row = await findConversation(account, id);
    if (row && isOrchestrated(row)) return row;
    throw new TwilioError(404, `The conversation ${id} was not found`);
  }

  const router = Router();
  const write = (row: ConversationRow) => writeConversation(row, accountId);
  router
    .route("/v2/Conversations")
    .get(async (req, res) => {
      res.json(await pageOfConversations(req, account, tokens, { key: "conversations", has: isOrchestrated, write }));
    })
    .all(wrongMethod);

  router
    .route("/v2/Conversations/:id")
    .get(async (req, res) => {
      res.json(writeConversation(await find(req.params.id), accountId));
    })
    .all(wrongMethod);

  router
    .route("/v2/Conversations/:id/Participants")
    .get(async (req, res) => {
      const items = writeParticipants(await find(req.params.id), accountId);
      const key = "participants";
      res.json(pageOfList(req, tokens, { list: `${key} ${req.params.id}`, key, items }));
    })
    .all(wrongMethod);

  router
    .route("/v2/Conversations/:id/Communications")
    .get(async (req, res) => {
      const channelId = readOnce(req, "channelId");
      const all = writeCommunications(await find(req.params.id), accountId);
      const items = channelId === undefined ? all : all.filter((one) => one.channelId === channelId);
      const key = "communications";
      res.json(pageOfList(req, tokens, { list: `${key} ${req.params.id} ${channelId ?? ""}`, key, items }));
    })
    .all(wrongMethod);
  return router;
}
