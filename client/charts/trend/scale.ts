/** The end of an axis that starts at zero, and the round counts that are marked on it. */
export type Scale = { max: number; ticks: readonly number[] };

/**
 * A scale from zero to the highest count, marked in round, whole steps of 1, 2 or 5 times a power of ten. It ends at
 * the highest bar and not at the next mark, so that no height is wasted in a low chart.
 *
 * @param steps - the most steps that the axis may have
 */
export function countScale(highest: number, steps: number): Scale {
  const max = Math.max(1, highest);
  const least = max / steps;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 5].map((factor) => factor * power).find((size) => size >= least) ?? 10 * power;
  const step = Math.max(1, round);
  return { max, ticks: Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step) };
}
