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

/** The scroll bar's position, and how many pixels further the list is than the bar says. */
export type ScrollPosition = { bar: number; offset: number };

/**
 * Follows the scroll bar. A short way, as by a wheel or a key, moves the list by as many pixels; a long one, as by
 * dragging the bar, leads to where the bar points.
 */
export function followBar(range: ScrollRange, from: ScrollPosition, bar: number, boxHeight: number): ScrollPosition {
  const exact = range.toList(bar) - bar;
  const isShort = Math.abs(bar - from.bar) <= 3 * boxHeight;
  return { bar, offset: isShort ? from.offset : exact };
}

/**
 * Puts the bar where the list's position belongs, so that the next short moves have room on both sides. Returns the same
 * object where the bar is there already; screens with a fine grid may differ by a fraction of a pixel.
 */
export function settle(range: ScrollRange, position: ScrollPosition, boxHeight: number): ScrollPosition {
  const longest = range.toList(range.height - boxHeight);
  const current = position.bar + position.offset;
  const top = Math.min(Math.max(current, 0), Math.max(longest, 0));
  const due = range.toBar(top);
  if (top === current && Math.abs(due - position.bar) < 1) return position;
  const bar = Math.round(due);
  return { bar, offset: top - bar };
}

/** Whether the bar has no way left at an end of its range; a pixel, since a browser rounds the lengths of its boxes. */
export function isAtEdge({ height }: ScrollRange, { bar }: ScrollPosition, boxHeight: number): boolean {
  return bar < 1 || bar > height - boxHeight - 1;
}
