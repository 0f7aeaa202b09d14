import { type RefObject, useLayoutEffect, useMemo } from "react";
import { rootFontScale, useRootFontScale } from "../../ui/root-font-scale.ts";
import { makeStore, useStore } from "../../ui/store.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { columnsInRoom, roomSteps, type ViewColumn } from "../../view/columns.ts";
import { useLook } from "../../view/look.ts";

/** As wide as cards count: they have a line for channels, and none for what a narrow list leaves out. */
const asCards = 1000;

function stepOf(width: number): number {
  return roomSteps.findLast((step) => step <= width) ?? 0;
}

/**
 * The width of the list in pixels at usual letters, down to the last step at which columns come or go: a window that is
 * dragged draws nothing anew in between. Before there is a list, the window's.
 */
const room = makeStore(stepOf(window.innerWidth / rootFontScale()));

/** Follows the width of the list. */
export function useMeasuredRoom(box: RefObject<HTMLElement | null>): void {
  const scale = useRootFontScale();
  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    const measure = () => {
      const step = stepOf(list.clientWidth / scale);
      // A list that is not laid out has no width.
      if (list.clientWidth > 0 && step !== room.get()) room.set(step);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    return () => observer.disconnect();
  }, [box, scale]);
}

/** Of the columns that a view shows, those that there is room for. */
export function useColumnsInRoom(columns: readonly ViewColumn[]): readonly ViewColumn[] {
  const width = useStore(room);
  const { pinned } = useLook();
  const isNarrow = useNarrow();
  return useMemo(() => columnsInRoom(columns, isNarrow ? asCards : width, pinned), [columns, isNarrow, width, pinned]);
}
