import type { Router } from "express";
import { conversationIdPattern } from "../../../contract/conversation-id.ts";
import { conversationReader } from "../../detail/read-conversation.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import type { Log } from "../../twilio/guarded.ts";
import type { Neighbours } from "../../twilio/neighbours.ts";
import { goneSignal } from "../gone.ts";
import { onlyMethods } from "../methods.ts";

/** `GET /conversations/:id`: all that is known of one conversation. Its parts fail one by one inside a 200. */
export function conversationRoute(router: Router, neighbours: Neighbours, log: Log): void {
  const read = conversationReader(neighbours, log);
  router
    .route("/conversations/:id")
    .get(async (request, response) => {
      const { id } = request.params;
      if (!conversationIdPattern.test(id)) {
        throw earshotProblem("badRequest", sentence("requestConversationId"));
      }
      response.json(await read(id, goneSignal(response)));
    })
    .all(onlyMethods("GET"));
}
