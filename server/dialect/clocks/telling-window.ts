import type { Shown, Window } from "./listed.ts";

const hourMs = 3_600_000;
const lengths = [1, 3, 6, 12, 24].map((hours) => hours * hourMs);

/** The first of sorted times that is not before a moment. */
function placeOf(times: readonly number[], ms: number): number {
  const place = times.findIndex((time) => time >= ms);
  return place < 0 ? times.length : place;
}

/** Which of the rows, which are in order, a window has: the first, and the first behind them. */
type Part = { from: number; to: number };

/** Whether both are the same rows. */
function isSame(seen: Part, other: Part): boolean {
  if (seen.to === seen.from) return other.to === other.from;
  return other.from === seen.from && other.to === seen.to;
}

/**
 * Chooses a window whose rows tell best at which of some offsets they are: the one that leaves the fewest offsets possible
 * in the worst case.
 *
 * @param rows rows that the account has.
 * @returns undefined where no window would rule any offset out.
 */
export function tellingWindow(rows: readonly Shown[], offsets: readonly number[], step: number): Window | undefined {
  const times = rows.map(({ wallMs }) => wallMs).toSorted((a, b) => a - b);
  const middle = offsets.toSorted((a, b) => a - b)[Math.floor(offsets.length / 2)] ?? 0;
  // Of a row as near as that to an end it is not certain on which side it is.
  const isNear = (ms: number) => (times[placeOf(times, ms - 2 * step)] ?? Number.POSITIVE_INFINITY) <= ms + 2 * step;
  let best: { window: Window; left: number } | undefined;
  for (const start of times) {
    for (const length of lengths) {
      const from = (Math.floor((start - middle) / step) - 30) * step;
      const window = { from, to: from + length };
      if (offsets.some((offset) => isNear(window.from + offset) || isNear(window.to + offset))) continue;
      const parts = offsets.map((offset) => ({
        from: placeOf(times, window.from + offset),
        to: placeOf(times, window.to + offset),
      }));
      const left = Math.max(...parts.map((seen) => parts.filter((other) => isSame(seen, other)).length));
      if (left < (best?.left ?? offsets.length)) best = { window, left };
    }
  }
  return best?.window;
}
