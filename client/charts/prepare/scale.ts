/** The end of an axis that starts at zero, and the round counts that are marked on it. */
export type Scale = { max: number; ticks: readonly number[] };

/**
 * A scale from zero to at least `max` with round, whole steps of 1, 2 or 5 times a power of ten.
 *
 * @param steps - at most so many steps
 */
export function countScale(max: number, steps: number): Scale {
  const least = Math.max(1, max) / steps;
  const power = 10 ** Math.floor(Math.log10(least));
  const round = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= least) ?? 10 * power;
  const step = Math.max(1, Math.round(round));
  const count = Math.max(1, Math.ceil(max / step));
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}
