import { infiniteQueryOptions } from "@tanstack/react-query";
import { nextToken, pageSchema, type Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { InsightsError } from "./errors.ts";
import { ask } from "./http.ts";

/** A page of rows as the table keeps it: `asked` are the tokens that led to it, `next` is the one that leads on. */
export type RowPage = { items: Row[]; next: string | undefined; asked: readonly string[] };

type Chain = { pages: readonly RowPage[] };

function wasAsked(chain: Chain | undefined, token: string): boolean {
  return chain?.pages.some((page) => page.asked.includes(token)) ?? false;
}

/**
 * Asks for the page a token leads to, or for the first one, and goes on over empty pages: a filter can leave a page
 * without rows while more pages follow, and an empty page would look like the end.
 */
async function askPage(
  request: InsightsQueryRequest,
  pageSize: number,
  start: string | undefined,
  chain: Chain | undefined,
  signal: AbortSignal,
): Promise<RowPage> {
  const asked: string[] = [];
  let token = start;
  for (;;) {
    if (token !== undefined) {
      // Checked before asking, so that the rows of the page that named the token are kept.
      if (asked.includes(token) || wasAsked(chain, token))
        throw new InsightsError("contract", "The list of pages leads back to a page that was loaded already.");
      asked.push(token);
    }
    const page =
      token === undefined
        ? await ask(pageSchema, `/api/query?pageSize=${pageSize}`, { body: request, signal })
        : await ask(pageSchema, `/api/query?pageToken=${encodeURIComponent(token)}`, { signal });
    const next = nextToken(page);
    if (page.items.length > 0 || next === undefined) return { items: page.items, next, asked };
    token = next;
  }
}

/**
 * The pages of a query, one upstream call each. Loaded pages are never asked for again: tokens age, and a refetch of
 * an infinite query would walk the whole chain. Another `pinId` starts a new list from its first page.
 */
export function rowPages(request: InsightsQueryRequest, pinId: number, pageSize = 100) {
  const queryKey = ["rows", request, pinId, pageSize] as const;
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal, client }) =>
      askPage(request, pageSize, pageParam, client.getQueryData<Chain>(queryKey), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: RowPage) => last.next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    // A rate limit is waited out inside `ask`; every other failure is for a person to see.
    retry: false,
    structuralSharing: false,
    // The server is often this machine: it answers while the browser counts as offline.
    networkMode: "always",
  });
}
