import { hashKey, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef } from "react";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { useOnRetry } from "../api/retry-failed.ts";
import { nothingTold, type Told } from "../api/told.ts";
import { nextPageMove, type Span } from "./page-moves.ts";
import { type HeldPages, pagesToHold, rowPages } from "./pages.ts";
import { rereadAfter } from "./reread.ts";
import type { RowBounds } from "./row-bounds.ts";
import { indexRows, type RowIndex } from "./row-index.ts";
import { type FarRows, useFarRows } from "./use-far-rows.ts";
import { type FindRow, useFindRow } from "./use-find-row.ts";
import { useLastPages } from "./use-last-pages.ts";
import { useReleasePages } from "./use-release-pages.ts";

/** The rows of a view as the table draws them, and what is under way with them. */
export type Rows = {
  /** Changes when the rows of a new list are there, e.g. by another sort: the table then starts at its top. */
  listKey: string;
  /** The rows that are held: those around what was last in sight. */
  index: RowIndex;
  /** How many rows are known, whether held or not. */
  count: number;
  /** Whether the last page was seen. */
  ended: boolean;
  /** Rows that came twice and are drawn once, and rows that are not drawn because the window does not hold them. */
  leftOut: { repeated: number; outside: number };
  /** What has to be said of the pages that were read. */
  told: Told;
  /** Asks for what may come behind the end; undefined where the list has not ended or cannot be asked on. */
  continuePastEnd: (() => void) | undefined;
  isFirstLoad: boolean;
  /** The rows are those of the former view: the new one's first page is on its way, or has failed (`error`). */
  isUpdating: boolean;
  /** When the former view's rows were asked for, in milliseconds since 1970. */
  since: number | undefined;
  /** Why the first page failed. */
  error: unknown;
  retry: () => void;
  isLoadingMore: boolean;
  /** Why further rows failed; the loaded rows stay. */
  loadMoreError: unknown;
  /** Asks again for what is missing in sight; does nothing when all is there or while something is under way. */
  loadMore: () => void;
  /** Asks for what is missing in and near these places, one step at a time. */
  reach: (sight: Span) => void;
  /** While the list is read again because its pages had expired or were too large: how far that is, and how far it has to go. */
  finding: FarRows["finding"];
  /** After that: the place to stand at, a new object each time. */
  found: Pick<NonNullable<FarRows["found"]>, "why" | "place"> | undefined;
  /** The way to a row that is not held. */
  finder: FindRow;
};

const noPages: readonly never[] = [];
const nothing: InsightsQueryRequest = { query: {} };

const noneLeftOut = { repeated: 0, outside: 0 };

/**
 * Loads the rows of a request page by page. While there is no request yet (no metadata), it is the first load.
 *
 * @param bounds the window that rows have to be of; left out where their times are not known.
 */
export function useRows(request: InsightsQueryRequest | undefined, pinId: number, bounds?: RowBounds): Rows {
  const client = useQueryClient();
  const asked = request ?? nothing;
  const { queryKey } = rowPages(asked, pinId);
  const listKey = hashKey(queryKey);
  const pages = client.getQueryData<HeldPages>(queryKey)?.pages ?? noPages;
  const options = rowPages(asked, pinId, { maxPages: pagesToHold(pages), bounds });
  const query = useInfiniteQuery({
    ...options,
    enabled: request !== undefined,
  });
  const { data, error, fetchNextPage, fetchPreviousPage, refetch, isFetching } = query;
  const trail = data?.pages[0]?.trail;
  const shown = useLastPages(listKey, data?.pages);
  useReleasePages(listKey, data?.pages);
  const shownKey = shown?.listKey ?? listKey;
  const isFormer = shownKey !== listKey;
  const index = indexRows(shown?.pages ?? noPages);
  const shownTrail = shown?.pages[0]?.trail;
  const count = shownTrail?.count ?? 0;
  const ended = shownTrail?.ended ?? false;
  const list = { request: asked, bounds, pinId, listKey };
  const far = useFarRows(list);
  const finder = useFindRow(list, far.end);
  const leadsBack = query.hasPreviousPage;
  // No state: scrolling changes it with every frame, and draws nothing by it.
  const sight = useRef<{ listKey: string; span: Span }>(undefined);
  // Where one stands in a former list says nothing of this one.
  const spanNow = useCallback(() => (sight.current?.listKey === listKey ? sight.current.span : undefined), [listKey]);

  const isBusy = isFetching || far.isBusy || trail === undefined;
  const pageError = query.isFetchNextPageError || query.isFetchPreviousPageError ? error : null;
  const failure = isFetching || far.isBusy ? null : (far.error ?? pageError);

  const step = useCallback(
    (places: Span) => {
      if (isBusy || !trail) return;
      const held = { from: index.first, to: index.count };
      const wanted = nextPageMove(places, { held, count: trail.count, ended: trail.ended, leadsBack });
      if (wanted?.kind === "next") void fetchNextPage({ cancelRefetch: false });
      else if (wanted?.kind === "previous") void fetchPreviousPage({ cancelRefetch: false });
      else if (wanted) far.jump(trail, wanted.place);
    },
    [isBusy, trail, index, leadsBack, fetchNextPage, fetchPreviousPage, far.jump],
  );
  // A failure is a person's to go on from: by itself nothing that failed is asked for again.
  const goOn = useCallback(() => {
    const span = spanNow();
    if (span && failure === null) step(span);
  }, [spanNow, failure, step]);
  useEffect(goOn, [goOn]);
  const latest = useRef(goOn);
  // Before the effects of what draws the rows, which call `reach`.
  useLayoutEffect(() => {
    latest.current = goOn;
  }, [goOn]);
  const reach = useCallback(
    (span: Span) => {
      sight.current = { listKey: shownKey, span };
      latest.current();
    },
    [shownKey],
  );

  const { error: farError, found } = far;
  const reread = useMemo(
    () => (farError === null ? rereadAfter(failure, { trail, count, heldTo: index.count, found }) : undefined),
    [failure, farError, found, trail, count, index],
  );
  useEffect(() => {
    const span = spanNow();
    if (reread && span) far.findAgain(Math.max(0, Math.min(span.from, count - 1)), index.at(span.from), reread);
  }, [reread, far.findAgain, spanNow, count, index]);

  const isBackError = query.isFetchPreviousPageError;
  const loadMore = useCallback(() => {
    far.forget();
    if (isBusy) return;
    const span = spanNow();
    if (pageError === null) {
      if (span) step(span);
    } else if (isBackError) void fetchPreviousPage({ cancelRefetch: false });
    else void fetchNextPage({ cancelRefetch: false });
  }, [far.forget, isBusy, pageError, isBackError, spanNow, step, fetchPreviousPage, fetchNextPage]);

  useOnRetry(() => {
    if (failure !== null && !reread) loadMore();
  });

  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0);
  const continuePastEnd = useCallback(() => {
    trail?.continuePastEnd();
    drawAgain();
    latest.current();
  }, [trail]);

  const retry = useCallback(() => void refetch({ cancelRefetch: false }), [refetch]);
  return {
    listKey: shownKey,
    index,
    count,
    ended,
    leftOut: shownTrail?.leftOut ?? noneLeftOut,
    told: shownTrail?.leftOut.told ?? nothingTold,
    continuePastEnd: !isFormer && trail?.canContinuePastEnd ? continuePastEnd : undefined,
    isFirstLoad: query.status === "pending" && !isFormer,
    isUpdating: isFormer,
    since: isFormer ? shownTrail?.since : undefined,
    error: data === undefined ? error : null,
    retry,
    isLoadingMore: query.isFetchingNextPage || query.isFetchingPreviousPage || far.isBusy || reread !== undefined,
    loadMoreError: reread ? null : failure,
    loadMore,
    reach,
    finding: far.finding,
    found: far.found,
    finder,
  };
}
