import { queryOptions } from "@tanstack/react-query";
import { type ConversationDetail, conversationDetailSchema } from "../../contract/detail.ts";
import { ask } from "./http.ts";

function hasFailure({ conversation, participants, communications, operatorResults }: ConversationDetail): boolean {
  return [conversation, participants, communications, operatorResults].some(({ status }) => status === "failed");
}

/** A part that came before stays when it fails the next time: asking again must not take anything away. */
function keepOk(before: ConversationDetail | undefined, now: ConversationDetail): ConversationDetail {
  if (!before) return now;
  const { conversation, participants, communications, operatorResults } = now;
  return {
    ...now,
    conversation: conversation.status === "ok" ? conversation : before.conversation,
    participants: participants.status === "ok" ? participants : before.participants,
    communications: communications.status === "ok" ? communications : before.communications,
    operatorResults: operatorResults.status === "ok" ? operatorResults : before.operatorResults,
    operators: { ...before.operators, ...now.operators },
  };
}

/**
 * One conversation, from `GET /api/conversations/:id`. What was whole is not asked for again; a conversation of which
 * something failed is, whenever it is opened.
 */
export function conversationQuery(id: string) {
  const queryKey = ["conversation", id] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const now = await ask(conversationDetailSchema, `/api/conversations/${encodeURIComponent(id)}`, { signal });
      return keepOk(client.getQueryData<ConversationDetail>(queryKey), now);
    },
    staleTime: ({ state }) => (state.data && !hasFailure(state.data) ? Number.POSITIVE_INFINITY : 0),
    structuralSharing: false,
  });
}
