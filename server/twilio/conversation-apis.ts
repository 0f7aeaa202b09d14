import { type ConversationFacts, conversationSchema } from "../../contract/detail.ts";
import type { Log } from "./guarded.ts";
import { createHost } from "./host.ts";
import { type IntelligenceConversation, intelligenceConversationSchema } from "./intelligence-shapes.ts";
import { type Listing, type ListPage, listingSchema, listPath } from "./listing.ts";
import type { TransportOptions } from "./transport.ts";

type Page = (id: string, page: ListPage, signal: AbortSignal) => Promise<Listing>;

/**
 * What the two hosts beside Insights know of one conversation: Conversations v2 (who said what) and Intelligence v3
 * (what operators made of it). Items of lists come unread.
 */
export type ConversationApis = {
  conversation(id: string, signal: AbortSignal): Promise<ConversationFacts>;
  participants: Page;
  communications: Page;
  /** The copy that Intelligence keeps: the whole conversation in one answer. */
  intelligenceConversation(id: string, signal: AbortSignal): Promise<IntelligenceConversation>;
  /** The upstream's filter is known to let results of other conversations through. */
  operatorResults: Page;
  operators(page: ListPage, signal: AbortSignal): Promise<Listing>;
  /** The conversations of a call or a message, by its SID: as Intelligence lists them. */
  intelligenceOfChannel: Page;
  /** The same as Conversations v2 lists them. */
  conversationsOfChannel: Page;
  close(): Promise<void>;
};

export type ConversationApiOptions = Omit<TransportOptions, "url"> & {
  conversationsUrl: string;
  intelligenceUrl: string;
};

const listOf = {
  participants: listingSchema("participants"),
  communications: listingSchema("communications"),
  items: listingSchema("items"),
  conversations: listingSchema("conversations"),
};

/** Opens the way to both hosts. All paths are built here; an id or a token only ever fills an encoded place in one. */
export function createConversationApis(
  { conversationsUrl, intelligenceUrl, ...rest }: ConversationApiOptions,
  log: Log,
): ConversationApis {
  const conversations = createHost({ ...rest, url: conversationsUrl, api: "Conversations" }, log);
  const intelligence = createHost({ ...rest, url: intelligenceUrl, api: "Intelligence" }, log);
  const own = (id: string) => `/v2/Conversations/${encodeURIComponent(id)}`;
  return {
    conversation: (id, signal) => conversations.get("Conversation", own(id), conversationSchema, signal),
    participants: (id, page, signal) =>
      conversations.get("Participants", listPath(`${own(id)}/Participants`, page), listOf.participants, signal),
    communications: (id, page, signal) =>
      conversations.get("Communications", listPath(`${own(id)}/Communications`, page), listOf.communications, signal),
    intelligenceConversation: (id, signal) => {
      const path = `/v3/Conversations/${encodeURIComponent(id)}`;
      return intelligence.get("Intelligence Conversation", path, intelligenceConversationSchema, signal);
    },
    operatorResults: (id, page, signal) => {
      const path = listPath("/v3/OperatorResults", page, { conversationId: id });
      return intelligence.get("Operator results", path, listOf.items, signal);
    },
    operators: (page, signal) =>
      intelligence.get("Operators", listPath("/v3/ControlPlane/Operators", page), listOf.items, signal),
    intelligenceOfChannel: (channelId, page, signal) =>
      intelligence.get(
        "Intelligence Conversations",
        listPath("/v3/Conversations", page, { channelId }),
        listOf.items,
        signal,
      ),
    conversationsOfChannel: (channelId, page, signal) =>
      conversations.get(
        "Conversations",
        listPath("/v2/Conversations", page, { channelId }),
        listOf.conversations,
        signal,
      ),
    async close() {
      await Promise.all([conversations.close(), intelligence.close()]);
    },
  };
}
