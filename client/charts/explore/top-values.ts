import type { Explored } from "./explore.ts";

/**
 * The first values of a chart, and all others as one where they are known exactly: where the values count all
 * conversations there are, each once. Times are kept, as a line has all of them.
 *
 * @param isCount whether the measure counts conversations: of no other is there a sum.
 */
export function topValues(explored: Explored, most: number | undefined, isCount: boolean): Explored {
  const { entries, grain, population, cut, told } = explored;
  if (most === undefined || grain !== undefined || entries.length <= most) return explored;
  const [shown, rest] = [entries.slice(0, most), entries.slice(most)];
  const sumOf = (some: typeof entries) => some.reduce((sum, { value = 0 }) => sum + value, 0);
  const isWhole = isCount && !cut && (told?.lost ?? 0) === 0 && population?.kind === "all";
  if (!isWhole || sumOf(entries) !== population.count)
    return { ...explored, entries: shown, hidden: rest.length, read: entries.length };
  const value = sumOf(rest);
  const others = {
    members: [],
    start: undefined,
    end: undefined,
    partial: false,
    others: rest.length,
    text: String(value),
    value,
  };
  return { ...explored, entries: [...shown, others] };
}
