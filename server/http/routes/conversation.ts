import type { Router } from "express";
import { channelIdPattern, conversationIdPattern } from "../../../contract/conversation-id.ts";
import { contextOf } from "../../context/request-context.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { onlyMethods } from "../methods.ts";

/** `GET /conversations/:id`: all that is known of one conversation. Its parts fail one by one inside a 200. */
export function conversationRoute(router: Router): void {
  router
    .route("/conversations/:id")
    .get(async (request, response) => {
      const { id } = request.params;
      if (!conversationIdPattern.test(id)) {
        throw earshotProblem("badRequest", sentence("requestConversationId"));
      }
      const context = contextOf(request);
      response.json(await context.account.conversation(id, context));
    })
    .all(onlyMethods("GET"));
}

/** `GET /conversations?channelId=…`: the conversations of a call or a message, by its SID. */
export function conversationsRoute(router: Router): void {
  router
    .route("/conversations")
    .get(async (request, response) => {
      const { channelId } = request.query;
      if (typeof channelId !== "string" || !channelIdPattern.test(channelId)) {
        throw earshotProblem("badRequest", sentence("requestChannelId"));
      }
      const { account, signal } = contextOf(request);
      response.json(await account.conversationsOf(channelId, signal));
    })
    .all(onlyMethods("GET"));
}
