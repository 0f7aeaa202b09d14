import { useEffect, useRef } from "react";
import type { Async } from "../../api/async.ts";
import { isNetworkFailure } from "../../api/errors.ts";

/**
 * The last answer to a chart of this title, where nothing answers any more: what is on the screen stays. Undefined where
 * the chart itself is there, or failed for what it asks.
 */
export function useKeptData<T>(title: string, state: Async<T>): T | undefined {
  const last = useRef<{ title: string; data: T }>(undefined);
  useEffect(() => {
    if (state.status === "ready") last.current = { title, data: state.data };
  }, [title, state]);
  const isCut = state.status === "failed" && isNetworkFailure(state.error);
  return isCut && last.current?.title === title ? last.current.data : undefined;
}
