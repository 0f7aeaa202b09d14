import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Up to this many rows are all drawn, so that the browser's search finds each; ten thousand would block it for seconds. */
const mostDrawn = 300;
/** A line of a number and the hairline under it. */
const usualHeight = 25;
/** What Page Up and Page Down pass over: less than a card shows, so that the eye keeps its place. */
const pageRows = 5;

/** How far each key leads; to the ends, further than any list is long. */
const steps: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -pageRows,
  PageDown: pageRows,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** A row to draw, and the height of the rows before it that are not drawn. */
export type DrawnRow = { index: number; gap: number };

/** The place of the row that holds an element. */
function placeOf(element: Element): number | undefined {
  const index = element.closest("[data-index]")?.getAttribute("data-index");
  return index ? Number(index) : undefined;
}

type LongTable = {
  count: number;
  keyOf: (index: number) => string;
  /** Whether a row has a button. */
  isStop: (index: number) => boolean;
};

/** The nearest row with a button from a place on, then back: at the ends and among rows without one, the way is shorter. */
function stopFrom({ count, isStop }: LongTable, from: number, direction: number): number | undefined {
  for (let index = from; index >= 0 && index < count; index += direction) if (isStop(index)) return index;
  return undefined;
}

function target(table: LongTable, from: number, step: number): number | undefined {
  const direction = Math.sign(step);
  const wanted = Math.min(Math.max(from + step, 0), table.count - 1);
  return stopFrom(table, wanted, direction) ?? stopFrom(table, wanted, -direction);
}

/**
 * Draws of a long table only what is in sight, and the row that has the focus. So many buttons are one stop for Tab, the
 * first in sight; the arrow keys, Page Up and Down, Home and End lead from row to row. A short table is drawn whole.
 */
export function useLongTable(options: LongTable) {
  const { count, keyOf, isStop } = options;
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<number>();
  const isLong = count > mostDrawn;
  const virtual = useVirtualizer({
    count,
    enabled: isLong,
    // The table's box is what scrolls. It is looked up, since refs of what is above are not yet set when this is asked.
    getScrollElement: () => table.current?.parentElement ?? null,
    estimateSize: () => usualHeight,
    getItemKey: keyOf,
    overscan: 12,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      const apart = focused !== undefined && focused < count && !near.includes(focused);
      return apart ? [...near, focused].sort((a, b) => a - b) : near;
    },
  });
  if (!isLong) {
    const rows = Array.from({ length: count }, (_, index): DrawnRow => ({ index, gap: 0 }));
    return { table, isLong, rows, after: 0, measure: undefined, stop: undefined, keys: {} };
  }
  let end = 0;
  const rows = virtual.getVirtualItems().map((item): DrawnRow => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  const go = (index: number) => {
    flushSync(() => setFocused(index));
    table.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus();
  };
  const keys = {
    onFocus: (event: FocusEvent) => setFocused(placeOf(event.target)),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) setFocused(undefined);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      const from = event.target instanceof Element ? placeOf(event.target) : undefined;
      if (step === undefined || from === undefined) return;
      event.preventDefault();
      const next = target(options, from, step);
      if (next !== undefined) go(next);
    },
  };
  const inSight = stopFrom(options, virtual.range?.startIndex ?? 0, 1);
  return {
    table,
    isLong,
    rows,
    after: virtual.getTotalSize() - end,
    measure: virtual.measureElement,
    stop: focused !== undefined && focused < count && isStop(focused) ? focused : inSight,
    keys,
  };
}
