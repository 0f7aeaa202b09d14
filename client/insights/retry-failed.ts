import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

/**
 * Asks again for everything on the screen that failed and has nothing to show: what stopped one answer has mostly
 * stopped its neighbours too. Lists whose next page failed are left alone; they keep their rows and have a Retry.
 *
 * @param known how much the server knows of the account. When that grows, what the account refused before can be asked
 * for in another way, so what failed is asked for again, once for each step.
 */
export function useRetryFailed(known: number): () => void {
  const client = useQueryClient();
  const retry = useCallback(() => {
    void client.refetchQueries({
      type: "active",
      predicate: ({ state }) => state.status === "error" && state.data === undefined,
    });
  }, [client]);
  const latest = useRef(known);
  useEffect(() => {
    if (known <= latest.current) return;
    latest.current = known;
    retry();
  }, [known, retry]);
  return retry;
}
