import { z } from "zod";
import { conversationIdPattern } from "./conversation-id.ts";

/** The most conversations of one call or message that are told; of others it is only said that there are some. */
export const mostFound = 50;

const text = z.string().max(1000).optional().catch(undefined);

/** A conversation that a call or a message belongs to, as far as the list of it tells: it may leave out all but the id. */
export const foundConversationSchema = z.object({
  id: z.string().regex(conversationIdPattern),
  name: text,
  /** RFC 3339, UTC. */
  createdAt: text,
  channels: z.array(z.string().max(100)).max(100).catch([]),
});

/** The answer of `GET /api/conversations?channelId=…`; `more` where there are others than these. */
export const foundConversationsSchema = z.object({
  items: z.array(foundConversationSchema).max(mostFound),
  more: z.boolean(),
});

export type FoundConversation = z.infer<typeof foundConversationSchema>;
export type FoundConversations = z.infer<typeof foundConversationsSchema>;
