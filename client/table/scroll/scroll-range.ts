/**
 * Chromium cuts an element's height at 33,554,430 device pixels, Firefox near half of that, and zoom multiplies: a list
 * is never drawn higher than this.
 */
const highest = 8_000_000;
/** So far from either end of a list that is too high, a pixel of the scroll bar is a pixel of the list. */
const straight = 1_000_000;

/** How the way of the scroll bar and the way through the list belong together. */
export type ScrollRange = {
  /** The height to draw, in pixels. */
  height: number;
  /** The pixel of the list that stands at the top of the box when the scroll bar is at `bar`. */
  toList: (bar: number) => number;
  /** The inverse of `toList`. */
  toBar: (top: number) => number;
};

/**
 * A list up to the browser's limit is scrolled pixel by pixel. A higher one is drawn as high as the limit allows and
 * its middle is stretched, so that every row can be reached; its two ends stay exact.
 */
export function scrollRange(listHeight: number, boxHeight: number, limit = highest): ScrollRange {
  if (listHeight <= limit) return { height: listHeight, toList: (bar) => bar, toBar: (top) => top };
  const end = Math.min(straight, limit / 4);
  const barWay = limit - boxHeight;
  const listWay = listHeight - boxHeight;
  const stretch = (listWay - 2 * end) / (barWay - 2 * end);
  return {
    height: limit,
    toList(bar) {
      if (bar <= end) return bar;
      if (bar >= barWay - end) return listWay - (barWay - bar);
      return end + (bar - end) * stretch;
    },
    toBar(top) {
      if (top <= end) return top;
      if (top >= listWay - end) return barWay - (listWay - top);
      return end + (top - end) / stretch;
    },
  };
}

/** Where the list stands: the scroll bar's position, and how much further the list is than the bar says. */
export type Stand = { bar: number; ahead: number };

/**
 * Follows the scroll bar. A short way, as by a wheel or a key, moves the list by as many pixels; a long one, as by
 * dragging the bar, leads to where the bar points.
 */
export function follow(range: ScrollRange, from: Stand, bar: number, boxHeight: number): Stand {
  const exact = range.toList(bar) - bar;
  const isShort = Math.abs(bar - from.bar) <= 3 * boxHeight;
  return { bar, ahead: isShort ? from.ahead : exact };
}

/**
 * The bar's position that belongs to where the list stands, so that the next short ways have room on both sides. The same
 * object where the bar is there already, if not to the fraction of a pixel that a fine screen scrolls by.
 */
export function settle(range: ScrollRange, stand: Stand, boxHeight: number): Stand {
  const longest = range.toList(range.height - boxHeight);
  const stood = stand.bar + stand.ahead;
  const top = Math.min(Math.max(stood, 0), Math.max(longest, 0));
  const due = range.toBar(top);
  if (top === stood && Math.abs(due - stand.bar) < 1) return stand;
  const bar = Math.round(due);
  return { bar, ahead: top - bar };
}

/** Whether the bar has no way left at an end of its range; a pixel, since a browser rounds the lengths of its boxes. */
export function isAtEdge({ height }: ScrollRange, { bar }: Stand, boxHeight: number): boolean {
  return bar < 1 || bar > height - boxHeight - 1;
}
