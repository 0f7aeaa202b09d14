/** The air between a bucket and the tooltip beside it, in pixels. */
const air = 6;

/** Where a tooltip may stand, in pixels. */
export type TooltipRoom = {
  /** From the middle of the bucket to the tooltip. */
  offset: number;
  /** The most that it may be wide. */
  width: number;
};

/**
 * The room of a tooltip beside each bucket of a plot, on the side that is wider: it never covers the one that is pointed
 * at. In the middle of the plot that is least, a little less than half of it.
 */
export function tooltipRoom(plotWidth: number, buckets: number): TooltipRoom {
  const offset = plotWidth / Math.max(1, buckets) / 2 + air;
  return { offset, width: Math.max(0, plotWidth / 2 - offset) };
}
