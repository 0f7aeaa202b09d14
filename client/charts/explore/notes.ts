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

/** What must be said: that a list is cut, by what order, what is not whole, and what stands apart. */
export function exploreNotes(explored: Explored, measure: string, shown: number | undefined, at?: number): string[] {
  const { entries, grain, untimed, outside } = explored;
  const several = entries.some(({ members }) => members.length > 1);
  return [
    ...(shown !== undefined && grain === undefined && shown < entries.length
      ? [t("charts.explore.top", { shown, all: entries.length, measure })]
      : []),
    ...cutNotes(explored),
    ...unfinishedNotes(explored, at),
    ...(several ? [t("charts.explore.several")] : []),
    ...outsideNotes(outside, "buckets"),
    ...(untimed?.text === undefined
      ? []
      : [t("charts.explore.untimed", { measure, value: formatDecimal(untimed.text) })]),
  ];
}

/** That a list is cut. */
export function cutNotes({ cut, entries }: Explored): string[] {
  return cut ? [t("charts.explore.cut", { count: entries.length })] : [];
}
