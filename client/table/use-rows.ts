import { hashKey, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { rowPages } from "../insights/pages.ts";
import { indexRows, type RowIndex } from "../insights/row-index.ts";

/** The rows of a view as the table draws them, and what is under way with them. */
export type Rows = {
  /** Changes with every new list, e.g. by another sort: the table then starts at its top. */
  listKey: string;
  index: RowIndex;
  count: number;
  /** Whether the last page is loaded. */
  ended: boolean;
  isFirstLoad: boolean;
  /** The rows are those of the former view, while the new one's first page is on its way. */
  isUpdating: boolean;
  /** Why the first page failed. */
  error: unknown;
  retry: () => void;
  isLoadingMore: boolean;
  /** Why the next page failed; the loaded rows stay. */
  loadMoreError: unknown;
  /** Asks for the next page, also again after a failure; does nothing at the end or while something is under way. */
  loadMore: () => void;
};

const noPages: readonly never[] = [];
const nothing: InsightsQueryRequest = { query: {} };

/** Loads the rows of a request page by page. While there is no request yet (no metadata), it is the first load. */
export function useRows(request: InsightsQueryRequest | undefined, pinId: number): Rows {
  const options = rowPages(request ?? nothing, pinId);
  const query = useInfiniteQuery({
    ...options,
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
  });
  const { data, error, fetchNextPage, refetch, hasNextPage, isFetching } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage({ cancelRefetch: false });
  }, [fetchNextPage, hasNextPage, isFetching]);
  const retry = useCallback(() => void refetch({ cancelRefetch: false }), [refetch]);
  const index = indexRows(data?.pages ?? noPages);
  return {
    listKey: hashKey(options.queryKey),
    index,
    count: index.count,
    ended: data !== undefined && !hasNextPage,
    isFirstLoad: query.status === "pending",
    isUpdating: query.isPlaceholderData,
    error: data === undefined ? error : null,
    retry,
    isLoadingMore: query.isFetchingNextPage,
    loadMoreError: query.isFetchNextPageError && !query.isFetchingNextPage ? error : null,
    loadMore,
  };
}
