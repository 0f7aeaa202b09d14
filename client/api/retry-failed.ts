import { type Query, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

/** Who asks again when that is pressed anywhere. */
const listeners = new Set<() => void>();

/**
 * Asks again for everything on the screen that failed and has nothing to show: what stopped one answer has mostly
 * stopped its neighbours too.
 */
export function retryAll(): void {
  for (const listener of listeners) listener();
}

/** Calls when everything that failed is asked for again, wherever that was pressed. */
export function useOnRetry(again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  }, [again]);
  useEffect(() => {
    const tell = () => latest.current();
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
}

/**
 * Does what {@link retryAll} asks for, and asks for it by itself when the browser is connected again, and when more
 * becomes known of the account. What is asked for already is not asked for twice.
 *
 * @param known how much the server knows of the account; undefined before it said so. When that grows, what the account
 * refused before can be asked for in another way, so what failed is asked for again, once for each step.
 */
export function useRetryFailed(known: number | undefined): void {
  const client = useQueryClient();
  const retry = useCallback(() => {
    const predicate = ({ state }: Query) => state.status === "error" && state.data === undefined;
    void client.refetchQueries({ type: "active", predicate }, { cancelRefetch: false });
  }, [client]);
  useOnRetry(retry);
  useEffect(() => {
    window.addEventListener("online", retryAll);
    return () => window.removeEventListener("online", retryAll);
  }, []);
  const latest = useRef(known);
  useEffect(() => {
    const before = latest.current;
    if (known === undefined || (before !== undefined && known <= before)) return;
    latest.current = known;
    if (before !== undefined) retry();
  }, [known, retry]);
}
