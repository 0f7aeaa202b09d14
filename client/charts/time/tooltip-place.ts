/** The air between a bucket and the tooltip beside it, and what of a card is around its drawing; in pixels. */
const air = 6;
const edge = 10;

/** As wide as a tooltip may be: it explains a bar and is no table. */
const widest = "12.5rem";

/** A drawing with buckets side by side, in pixels. */
export type Drawn = {
  width: number;
  /** What of it is left of the first bucket. */
  axis: number;
  buckets: number;
};

/**
 * Where a tooltip stands that begins at the left end of the drawing: beside the bucket that is pointed at, on its wider
 * side, and never over it, unless the window has no room for its numbers. The styles take its own width into account.
 *
 * @param middle of the bucket, in pixels from the left end of the drawing.
 */
export function tooltipPlace(middle: number, { width, axis, buckets }: Drawn): { maxWidth: string; transform: string } {
  const away = (width - axis) / Math.max(1, buckets) / 2 + air;
  const [before, after] = [middle - away, middle + away];
  const maxWidth = `min(${widest}, ${Math.max(before, width - after) + edge}px)`;
  const isBefore = before > width - after;
  const place = isBefore ? `max(${-edge}px, ${before}px - 100%)` : `min(${after}px, ${width + edge}px - 100%)`;
  return { maxWidth, transform: `translateX(${place})` };
}
