import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Row } from "../../../contract/page.ts";
import type { Rows } from "../../rows/use-rows.ts";
import { useScroll } from "./use-scroll.ts";

/** Fewer than 12 rows beyond the edge show blanks in a fast scroll. */
const fullOverscan = 14;
/** The list is drawn again when it has moved by this many rows: fewer than the overscan, so that nothing is missing. */
const grainRows = 2;
/** How many rows stay in sight above one that was asked for. */
const rowsAbove = 3;

/**
 * A row to draw: its place in the whole list, and its content where that is held. What scrolls out of sight leaves its
 * slot to what comes into sight, so that the browser changes elements instead of making new ones.
 */
export type PlacedRow = { place: number; slot: number; top: number; row: Row | undefined };

/**
 * Puts rows in the order that their elements keep while the list moves: that of the rows of the list when it last stood
 * still, of which `first` was the first. In the list's own order, the browser would take nearly every element out of
 * the document and put it back with each frame.
 */
export function inSlotOrder(drawn: readonly PlacedRow[], slots: number, first: number): PlacedRow[] {
  const rank = ({ slot }: PlacedRow) => (slot - (first % slots) + slots) % slots;
  return drawn.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Whether the browser has painted since there were rows: the first ones are on the screen before those around them are
 * drawn. React's deferred values do not wait for that, they are drawn as soon as there is time.
 */
function usePainted(hasRows: boolean): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    if (!hasRows) return undefined;
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
      setPainted(false);
    };
  }, [hasRows]);
  return isPainted && hasRows;
}

/** The part of the list that is drawn. All rows of it have the same height, so a place is plain arithmetic. */
export type RowWindow = {
  /** In the order of the list once it stands still; until then each element keeps its place in the document. */
  drawn: PlacedRow[];
  /** The height of the drawn list in pixels. */
  height: number;
  /** Brings a place into sight. */
  scrollTo: (place: number) => void;
  /** The rows that fill the box, for Page Up and Page Down. */
  fit: number;
  /** The place of the first row in sight. */
  inSight: () => number;
};

/**
 * Decides which rows are drawn, and asks for rows that are missing in and near sight.
 *
 * @param above what stands above the list inside the scrolled box and stays there, in pixels.
 */
export function useRowWindow(
  rows: Rows,
  box: RefObject<HTMLElement | null>,
  rowHeight: number,
  above: number,
): RowWindow {
  const { listKey, count, index, reach, found, finder } = rows;
  const scroll = useScroll(box, { listHeight: count * rowHeight, above, grain: grainRows * rowHeight });
  const { view, offset, settledTop, moveTo } = scroll;
  const sightAt = (top: number) => ({
    from: Math.min(Math.floor(top / rowHeight), Math.max(0, count - 1)),
    to: Math.min(Math.ceil((top + view) / rowHeight), count),
  });
  const { from, to } = sightAt(scroll.top());
  const isPainted = usePainted(count > 0);
  const overscan = isPainted && !scroll.isJumping ? fullOverscan : 0;
  const first = Math.max(0, from - overscan);
  const end = view > 0 ? Math.min(count, to + overscan) : 0;
  const slots = Math.ceil(view / rowHeight) + 1 + 2 * fullOverscan;
  const firstAtRest = Math.max(0, Math.floor(settledTop / rowHeight) - fullOverscan);
  const drawn = useMemo(() => {
    const placed = Array.from({ length: Math.max(0, end - first) }, (_, i): PlacedRow => {
      const place = first + i;
      return { place, slot: place % slots, top: place * rowHeight - offset, row: index.at(place) };
    });
    return inSlotOrder(placed, slots, firstAtRest);
  }, [first, end, slots, rowHeight, offset, index, firstAtRest]);

  const begun = useRef<string>(undefined);
  // Before anything is asked for and painted: a new list starts at its top.
  useLayoutEffect(() => {
    if (begun.current === listKey) return;
    begun.current = listKey;
    moveTo(0);
  }, [moveTo, listKey]);

  // After each drawing, and not for the rows that were drawn: the list may have moved since.
  useEffect(() => {
    const sight = sightAt(scroll.top());
    if (view > 0 && sight.to > sight.from) reach(sight);
  });

  const height = useRef(rowHeight);
  useLayoutEffect(() => {
    // Rows of another height: the first row in sight stays the first.
    if (height.current !== rowHeight) moveTo(Math.floor(scroll.top() / height.current) * rowHeight);
    height.current = rowHeight;
  }, [rowHeight, moveTo, scroll.top]);

  useEffect(() => {
    if (found) moveTo(found.place * rowHeight);
  }, [found, moveTo, rowHeight]);
  const { search } = finder;
  useEffect(() => {
    if (search?.kind === "found") moveTo(Math.max(0, search.place - rowsAbove) * rowHeight);
  }, [search, moveTo, rowHeight]);

  return {
    drawn,
    height: scroll.height,
    scrollTo(place) {
      const start = place * rowHeight;
      if (start < scroll.top()) moveTo(start);
      else if (start + rowHeight > scroll.top() + view) moveTo(start + rowHeight - view);
    },
    fit: Math.max(1, Math.floor(view / rowHeight)),
    inSight: () => Math.floor(scroll.top() / rowHeight),
  };
}
