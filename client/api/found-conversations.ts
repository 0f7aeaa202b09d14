import { queryOptions } from "@tanstack/react-query";
import { foundConversationsSchema } from "../../contract/found.ts";
import { ask } from "./http.ts";

/** New conversations come, and a call can be of one that was not there a moment ago. */
const staleMs = 60_000;

/** The conversations of a call or a message by its SID, from `GET /api/conversations`. */
export function foundConversationsQuery(channelId: string) {
  return queryOptions({
    queryKey: ["conversations-of", channelId],
    queryFn: ({ signal }) =>
      ask(foundConversationsSchema, `/api/conversations?channelId=${encodeURIComponent(channelId)}`, { signal }),
    staleTime: staleMs,
  });
}
