import type { APIRequestContext } from "@playwright/test";
import { type ConversationDetail, conversationDetailSchema } from "../../../contract/detail.ts";

/** One conversation as the test itself asks for it. */
export async function detailOf(request: APIRequestContext, id: unknown): Promise<ConversationDetail> {
  const answer = await request.get(`/api/conversations/${String(id)}`, { failOnStatusCode: true });
  return conversationDetailSchema.parse(await answer.json());
}

/** Whether something was said in it that can be read: the sample has conversations that were deleted upstream. */
export function isReadable({ communications }: ConversationDetail): boolean {
  return communications.status === "ok" && communications.data.items.length > 0;
}
