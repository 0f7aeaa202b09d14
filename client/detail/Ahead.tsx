import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { conversationQuery } from "../api/detail.ts";
import { useSecondsHeld } from "../api/rate-limit.ts";

/**
 * Loads the conversation that the next step leads to, so that it is there when it is stepped to. Only while nothing else
 * is asked for and Twilio's rate limit holds nothing back: it must never make what a person waits for come later.
 */
export function Ahead({ id }: { id: string }) {
  const client = useQueryClient();
  const isFree = useIsFetching() === 0;
  const isHeld = useSecondsHeld() > 0;
  useEffect(() => {
    if (isFree && !isHeld && client.getQueryState(conversationQuery(id).queryKey) === undefined)
      void client.prefetchQuery(conversationQuery(id));
  }, [client, id, isFree, isHeld]);
  return null;
}
