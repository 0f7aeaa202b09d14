import { formatDecimal } from "../../format/decimal.ts";
import { t } from "../../words/words.ts";
import { outsideNotes } from "../card/words.ts";
import { freshNote, partialNote } from "../time/unfinished.ts";
import type { Explored } from "./explore.ts";
import { timeBuckets } from "./prepare.ts";

/** Which ends of a line are not whole, and that the freshest conversations may be missing. */
function unfinishedNotes({ entries, grain, zone }: Explored, at: number | undefined): string[] {
  const buckets = timeBuckets(entries);
  const notes = grain ? [partialNote(grain, buckets), freshNote(buckets, at, zone)] : [];
  return notes.filter((note) => note !== undefined);
}

/** What must be said: that a list is cut, what is not whole, and what stands apart. */
export function exploreNotes(explored: Explored, measure: string, at?: number): string[] {
  const { entries, untimed, outside } = explored;
  const several = entries.some(({ members }) => members.length > 1);
  return [
    ...cutNotes(explored),
    ...moreNotes(entries.length, explored.hidden),
    ...unfinishedNotes(explored, at),
    ...(several ? [t("charts.explore.several")] : []),
    ...outsideNotes(outside, "buckets"),
    ...(untimed?.text === undefined
      ? []
      : [t("charts.explore.untimed", { measure, value: formatDecimal(untimed.text) })]),
  ];
}

/**
 * The conversations of the values that are not among the first. Undefined where nobody knows them: where not all values
 * are read, and where a conversation has several, so that the values add up to more than there are.
 */
function othersOf({ entries, population, cut }: Explored, shown: number): number | undefined {
  const sum = (some: typeof entries) => some.reduce((total, { value = 0 }) => total + value, 0);
  if (cut || population?.kind !== "all" || sum(entries) !== population.count) return undefined;
  return population.count - sum(entries.slice(0, shown));
}

/**
 * What stands beneath the first values of a list: how many are shown, in which order, and what the others hold.
 *
 * @param isCount whether the measure counts conversations: of no other is there a sum.
 */
export function topNote(explored: Explored, measure: string, shown: number, isCount: boolean): string {
  const others = isCount ? othersOf(explored, shown) : undefined;
  const all = explored.entries.reduce((sum, { others = 1 }) => sum + others, explored.hidden ?? 0);
  const top = t("charts.explore.top", { shown, all, measure });
  return others === undefined ? top : `${top}. ${t("charts.explore.others", { count: others })}`;
}

/** How many values are not shown, where nobody knows what they hold together. */
export function moreNotes(shown: number, hidden = 0): string[] {
  return hidden > 0 ? [t("charts.explore.moreValues", { shown, count: hidden })] : [];
}

/** That a list is cut. */
export function cutNotes({ cut, entries, read }: Pick<Explored, "cut" | "entries" | "read">): string[] {
  return cut ? [t("charts.explore.cut", { count: read ?? entries.length })] : [];
}
