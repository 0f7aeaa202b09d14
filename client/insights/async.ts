/**
 * Something that is asked for, as a screen draws it. `ready` with `updating` is the former answer while a new one is on
 * its way; `absent` will never come for this account, and says why.
 */
export type Async<T> =
  | { status: "loading" }
  | { status: "ready"; data: T; updating: boolean }
  | { status: "failed"; error: unknown; retry: () => void }
  | { status: "absent"; reason: string };

/** The data, if there is any. */
export function dataOf<T>(async: Async<T>): T | undefined {
  return async.status === "ready" ? async.data : undefined;
}
