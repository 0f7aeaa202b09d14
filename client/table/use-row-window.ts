import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import type { Row } from "../../contract/page.ts";
import type { Rows } from "./use-rows.ts";

/** Fewer than 12 rows beyond the edge show blanks in a fast scroll. */
const overscan = 14;
/** How many rows before the end the next page is asked for. */
const ahead = 30;

/** The part of the list that is drawn. All rows of it have the same height, so a place is plain arithmetic. */
export type RowWindow = {
  /** The place of the first drawn row. */
  first: number;
  rows: Row[];
  places: VirtualItem[];
  /** The height of the whole list in pixels. */
  height: number;
  /** The distance of a drawn row from the top of the list. */
  top: (item: VirtualItem) => number;
  scrollTo: (place: number) => void;
  /** The rows that fill the box, for Page Up and Page Down. */
  fit: number;
  /** The place of the first row in sight. */
  inSight: number;
};

/**
 * Decides which rows are drawn, and asks for the next page when the end comes near.
 *
 * @param above what stands above the list inside the scrolled box and stays there, in pixels.
 */
export function useRowWindow(
  rows: Rows,
  box: RefObject<HTMLElement | null>,
  rowHeight: number,
  above: number,
): RowWindow {
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: above,
    scrollPaddingStart: above,
  });
  const places = virtual.getVirtualItems();
  const first = places[0]?.index ?? 0;
  const lastInSight = virtual.range?.endIndex ?? -1;

  const { listKey, count, ended, isUpdating, isLoadingMore, loadMoreError, loadMore } = rows;
  const idle = !ended && !isUpdating && !isLoadingMore && loadMoreError === null;
  useEffect(() => {
    if (idle && lastInSight >= 0 && lastInSight >= count - ahead) loadMore();
  }, [idle, lastInSight, count, loadMore]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it run, a new list starts at its top
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
  }, [box, listKey]);

  return {
    first,
    rows: rows.index.slice(first, (places.at(-1)?.index ?? -1) + 1),
    places,
    height: virtual.getTotalSize(),
    top: (item) => item.start - above,
    scrollTo: (place) => virtual.scrollToIndex(place),
    fit: Math.max(1, Math.floor(((virtual.scrollRect?.height ?? 0) - above) / rowHeight)),
    inSight: virtual.range?.startIndex ?? 0,
  };
}
