import { formatCount, formatShare } from "../../format/numbers.ts";
import { shareChange } from "../figures/change.ts";
import type { Bar } from "./prepare.ts";

/** What one bar is of all, in the period and in the one before it, where the two are compared. */
export type BarShares = {
  share: string;
  count: string;
  before:
    | { share: string; count: string /** In points; a dash where either period has no conversation. */; change: string }
    | undefined;
};

/** @param population what a share is a share of. */
export function sharesOf({ count, previous }: Bar, population: number): BarShares {
  const now = { share: formatShare(count, population), count: formatCount(count) };
  if (!previous) return { ...now, before: undefined };
  const isEmpty = population === 0 || previous.of === 0;
  const change = isEmpty
    ? "–"
    : shareChange({ part: count, of: population }, { part: previous.count, of: previous.of }, false).text;
  return {
    ...now,
    before: { share: formatShare(previous.count, previous.of), count: formatCount(previous.count), change },
  };
}
