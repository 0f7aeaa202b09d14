import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { followBar, isAtEdge, type ScrollPosition, type ScrollRange, scrollRange, settle } from "./scroll-range.ts";

export type ScrollSize = {
  listHeight: number;
  /** What stands above the list inside the scrolled box and stays there, in pixels. */
  above: number;
  /** Pixels that the list moves before it is drawn again. */
  grain: number;
};

export type Scroll = {
  /** The height to draw the list at. */
  height: number;
  /** The list's pixel at the top of the box. */
  top: () => number;
  /** How many pixels higher than its place in the list a row is drawn. */
  offset: number;
  /** The height of the box that shows rows. */
  view: number;
  /** The list's pixel that was at the top of the box when the list last stood still. */
  settledTop: number;
  /** Whether the list goes by screens, as when its bar is dragged: what is around the sight is passed over then. */
  isJumping: boolean;
  /** Moves the list so that this pixel of it is at the top of the box. */
  moveTo: (top: number) => void;
};

/** After this many milliseconds without a movement, the bar may be put where it belongs. */
const idleMs = 150;
const atStart: ScrollPosition = { bar: 0, offset: 0 };

type Live = { position: ScrollPosition; view: number; settledTop: number; isJumping: boolean; range: ScrollRange };

/** Follows the scrolling of a box, and draws again only when the list has moved by a grain. */
export function useScroll(box: RefObject<HTMLElement | null>, { listHeight, above, grain }: ScrollSize): Scroll {
  const live = useRef<Live>({ position: atStart, view: 0, settledTop: 0, isJumping: false, range: scrollRange(0, 0) });
  const listeners = useRef(new Set<() => void>());
  const tell = useCallback(() => {
    for (const listener of listeners.current) listener();
  }, []);

  const place = useCallback(
    (position: ScrollPosition) => {
      live.current.position = position;
      const element = box.current;
      if (element && element.scrollTop !== position.bar) element.scrollTo({ top: position.bar });
      tell();
    },
    [box, tell],
  );

  const subscribe = useCallback(
    (listener: () => void) => {
      listeners.current.add(listener);
      const element = box.current;
      if (!element) return () => listeners.current.delete(listener);
      let timer: ReturnType<typeof setTimeout> | undefined;
      live.current.isJumping = false;
      const onIdle = () => {
        const { range, position, view } = live.current;
        live.current.settledTop = position.bar + position.offset;
        live.current.isJumping = false;
        place(settle(range, position, view));
      };
      const onScroll = () => {
        const { range, position, view } = live.current;
        const bar = Math.max(0, element.scrollTop);
        clearTimeout(timer);
        timer = setTimeout(onIdle, idleMs);
        // The bar has been put there by `place`.
        if (bar === position.bar) return;
        const next = followBar(range, position, bar, view);
        live.current.isJumping = Math.abs(next.bar + next.offset - position.bar - position.offset) > view;
        const settled = isAtEdge(range, next, view) ? settle(range, next, view) : next;
        live.current.position = next;
        if (settled === next) listener();
        else place(settled);
      };
      const measure = () => {
        live.current.view = Math.max(0, element.clientHeight - above);
        listener();
      };
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      element.addEventListener("scroll", onScroll, { passive: true });
      measure();
      return () => {
        listeners.current.delete(listener);
        clearTimeout(timer);
        observer.disconnect();
        element.removeEventListener("scroll", onScroll);
      };
    },
    [box, above, place],
  );

  const snapshot = useSyncExternalStore(subscribe, () => {
    const { position, view, settledTop, isJumping } = live.current;
    return `${Math.floor((position.bar + position.offset) / grain)} ${position.offset} ${view} ${settledTop} ${Number(isJumping)}`;
  });
  const [, offset = 0, view = 0, settledTop = 0, jumping = 0] = snapshot.split(" ").map(Number);
  const range = useMemo(() => scrollRange(listHeight, view), [listHeight, view]);
  useLayoutEffect(() => {
    live.current.range = range;
    const { position } = live.current;
    const isBeyond = position.bar + position.offset > Math.max(0, listHeight - view);
    // The list has become shorter than the position, or longer while its bar has no room left.
    if (isBeyond || isAtEdge(range, position, view)) place(settle(range, position, view));
  }, [listHeight, range, view, place]);

  const moveTo = useCallback(
    (top: number) => {
      const { position, view: shown, range: now } = live.current;
      const way = top - (position.bar + position.offset);
      const bar = position.bar + way;
      const isShort = Math.abs(way) <= 3 * shown && bar >= 0 && bar <= now.height - shown;
      place(isShort ? { bar, offset: position.offset } : settle(now, { bar: top, offset: 0 }, shown));
    },
    [place],
  );
  const top = useCallback(() => live.current.position.bar + live.current.position.offset, []);
  return { height: range.height, top, offset, view, settledTop, isJumping: jumping === 1, moveTo };
}
