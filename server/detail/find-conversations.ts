import { z } from "zod";
import { type FoundConversations, foundConversationSchema, mostFound } from "../../contract/found.ts";
import { ProblemError } from "../messages/problem.ts";
import type { ConversationApis } from "../twilio/conversation-apis.ts";
import type { Listing } from "../twilio/listing.ts";

/** The statuses with which Intelligence says that it will not tell, while Conversations may. */
const otherwiseAsked: ReadonlySet<number> = new Set([400, 403, 404]);

/** Whose channels an item says it is of; an item that leaves them out does not say it. */
const channelIdsSchema = z.object({ channelIds: z.array(z.unknown()) });

function isOf(item: unknown, channelId: string): boolean {
  const told = channelIdsSchema.safeParse(item).data;
  return told === undefined || told.channelIds.includes(channelId);
}

/** Lists the conversations of a call or a message. */
export type FindConversations = (channelId: string, signal: AbortSignal) => Promise<FoundConversations>;

/**
 * Asks Intelligence for a page, and Conversations where that refuses. Twilio's lists are known to let in what was not
 * asked for, so what says that it is of other channels is left out; so is what has no id.
 */
export function conversationFinder(apis: ConversationApis): FindConversations {
  const page = { pageSize: mostFound, pageToken: undefined };

  async function list(channelId: string, signal: AbortSignal): Promise<Listing> {
    try {
      return await apis.intelligenceOfChannel(channelId, page, signal);
    } catch (error) {
      const isRefusal = error instanceof ProblemError && otherwiseAsked.has(error.problem.httpStatusCode);
      if (!isRefusal) throw error;
      return await apis.conversationsOfChannel(channelId, page, signal).catch((other: unknown) => {
        // The first refusal says more: the other list is only asked for on its account.
        throw other instanceof ProblemError ? error : other;
      });
    }
  }

  return async (channelId, signal) => {
    const { items, next } = await list(channelId, signal);
    const own = items.filter((item) => isOf(item, channelId));
    const read = own.flatMap((item) => foundConversationSchema.safeParse(item).data ?? []);
    const each = [...new Map(read.map((one) => [one.id, one])).values()];
    return { items: each.slice(0, mostFound), more: next !== undefined || each.length > mostFound };
  };
}
