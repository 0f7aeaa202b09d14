import type { UseQueryResult } from "@tanstack/react-query";

/**
 * Something that is asked for, as a screen draws it. `ready` with `updating` is the former answer while a new one is on
 * its way; `absent` will never come for this account, and says why.
 */
export type Async<T> =
  | { status: "loading" }
  | { status: "ready"; data: T; updating: boolean }
  | { status: "failed"; error: unknown; retry: () => void }
  | { status: "absent"; reason: string };

/**
 * Whether what a query holds is about to be replaced: it is of the view before, or was asked for when less was known of
 * the account.
 */
export function isFormer({
  isPlaceholderData,
  isRefetching,
}: Pick<UseQueryResult, "isPlaceholderData" | "isRefetching">) {
  return isPlaceholderData || isRefetching;
}

/** Whether the former answer stands there while a new one is on its way. */
export function isUpdating(state: Async<unknown>): boolean {
  return state.status === "ready" && state.updating;
}

/** Whether there is nothing to show for a question that failed. What came before stays when it is asked again in vain. */
export function hasFailed({ isError, data }: Pick<UseQueryResult, "isError" | "data">): boolean {
  return isError && data === undefined;
}

/** The state of a query as a screen draws it. */
export function fromQuery<T>(query: UseQueryResult<T>): Async<T> {
  if (hasFailed(query)) return { status: "failed", error: query.error, retry: () => void query.refetch() };
  if (query.data === undefined) return { status: "loading" };
  return { status: "ready", data: query.data, updating: isFormer(query) };
}
