import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/**
 * Asks again for everything on the screen that failed and has nothing to show: what stopped one answer has mostly
 * stopped its neighbours too. Lists whose next page failed are left alone; they keep their rows and have a Retry.
 */
export function useRetryFailed(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    void client.refetchQueries({
      type: "active",
      predicate: ({ state }) => state.status === "error" && state.data === undefined,
    });
  }, [client]);
}
