import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { expect } from "vitest";
import type { Async } from "../../../client/api/async.ts";

/** A client with the defaults of the page, and what hooks need around them. */
export function queries(): { client: QueryClient; wrapper: (props: { children: ReactNode }) => ReactNode } {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  return {
    client,
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  };
}

/** What is ready and of now; anything else fails the test. */
export function readyData<T>(state: Async<T>): T {
  if (state.status === "failed") throw state.error;
  expect(state).toMatchObject({ status: "ready", updating: false });
  if (state.status !== "ready") throw new Error(`It is ${state.status}`);
  return state.data;
}
