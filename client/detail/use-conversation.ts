import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { ConversationDetail } from "../../contract/detail.ts";
import { conversationQuery } from "../api/detail.ts";

/** Stepping through a list faster than this asks for where it ends, not for every conversation on the way. */
const settleMs = 180;

export type Conversation = {
  detail: ConversationDetail | undefined;
  /** Why there is no answer at all. */
  error: unknown;
  isAsking: boolean;
  retry: () => void;
  /** When the answer came, in milliseconds since 1970. */
  at: number;
  /** The person has stayed with this conversation long enough for it to be asked for. */
  isSettled: boolean;
};

/** All that is known of one conversation. The first one opened is asked for at once. */
export function useConversation(id: string): Conversation {
  const [settled] = useDebouncedValue(id, settleMs, { leading: true });
  const isSettled = settled === id;
  const query = useQuery({ ...conversationQuery(id), enabled: isSettled });
  return {
    isSettled,
    detail: query.data,
    error: query.data === undefined ? query.error : null,
    isAsking: query.isFetching || (query.data === undefined && !query.isError),
    retry: () => void query.refetch(),
    at: query.dataUpdatedAt,
  };
}
