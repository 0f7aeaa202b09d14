import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { follow, isAtEdge, type ScrollRange, type Stand, scrollRange, settle } from "./scroll-range.ts";

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
  /** How much higher than its place in the list a row is drawn. */
  ahead: number;
  /** The height of the box that shows rows. */
  view: number;
  /** The list's pixel that was at the top of the box when the list last stood still. */
  rest: number;
  /** Whether the list goes by screens, as when its bar is dragged: what is around the sight is passed over then. */
  isJumping: boolean;
  /** Moves the list so that this pixel of it is at the top of the box. */
  moveTo: (top: number) => void;
};

/** After this many milliseconds without a movement, the bar may be put where it belongs. */
const still = 150;
const atStart: Stand = { bar: 0, ahead: 0 };

type Live = { stand: Stand; view: number; rest: number; isJumping: boolean; range: ScrollRange };

/** Follows the scrolling of a box, and draws again only when the list has moved by a grain. */
export function useScroll(box: RefObject<HTMLElement | null>, { listHeight, above, grain }: ScrollSize): Scroll {
  const live = useRef<Live>({ stand: atStart, view: 0, rest: 0, isJumping: false, range: scrollRange(0, 0) });
  const listeners = useRef(new Set<() => void>());
  const tell = useCallback(() => {
    for (const listener of listeners.current) listener();
  }, []);

  const place = useCallback(
    (stand: Stand) => {
      live.current.stand = stand;
      const element = box.current;
      if (element && element.scrollTop !== stand.bar) element.scrollTo({ top: stand.bar });
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
      const rest = () => {
        const { range, stand, view } = live.current;
        live.current.rest = stand.bar + stand.ahead;
        live.current.isJumping = false;
        place(settle(range, stand, view));
      };
      const onScroll = () => {
        const { range, stand, view } = live.current;
        const bar = Math.max(0, element.scrollTop);
        clearTimeout(timer);
        timer = setTimeout(rest, still);
        // The bar has been put there by `place`.
        if (bar === stand.bar) return;
        const next = follow(range, stand, bar, view);
        live.current.isJumping = Math.abs(next.bar + next.ahead - stand.bar - stand.ahead) > view;
        const settled = isAtEdge(range, next, view) ? settle(range, next, view) : next;
        live.current.stand = next;
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
    const { stand, view, rest, isJumping } = live.current;
    return `${Math.floor((stand.bar + stand.ahead) / grain)} ${stand.ahead} ${view} ${rest} ${Number(isJumping)}`;
  });
  const [, ahead = 0, view = 0, rest = 0, jumping = 0] = snapshot.split(" ").map(Number);
  const range = useMemo(() => scrollRange(listHeight, view), [listHeight, view]);
  useLayoutEffect(() => {
    live.current.range = range;
    const { stand } = live.current;
    const isBeyond = stand.bar + stand.ahead > Math.max(0, listHeight - view);
    // A list that has become shorter than where one stands, or longer while its bar has no way left to go.
    if (isBeyond || isAtEdge(range, stand, view)) place(settle(range, stand, view));
  }, [listHeight, range, view, place]);

  const moveTo = useCallback(
    (top: number) => {
      const { stand, view: shown, range: now } = live.current;
      const way = top - (stand.bar + stand.ahead);
      const bar = stand.bar + way;
      const isShort = Math.abs(way) <= 3 * shown && bar >= 0 && bar <= now.height - shown;
      place(isShort ? { bar, ahead: stand.ahead } : settle(now, { bar: top, ahead: 0 }, shown));
    },
    [place],
  );
  const top = useCallback(() => live.current.stand.bar + live.current.stand.ahead, []);
  return { height: range.height, top, ahead, view, rest, isJumping: jumping === 1, moveTo };
}
