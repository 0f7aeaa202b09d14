import { t } from "../../../words/words.ts";
import { outsideNotes } from "../../card/words.ts";
import { freshNote, partialNote } from "../../time/unfinished.ts";
import { moreNotes } from "../notes.ts";
import { timeBuckets } from "../prepare.ts";
import { type PreparedSplit, prepareSplit, type SplitSetting } from "./prepare.ts";
import type { Split } from "./split.ts";
import { sumOf } from "./top.ts";

type Labels = { measure: string; split: string };

/** Whether conversations are counted twice, or have no place on the chart. */
function sumNotes(split: Split, { explore, fields }: SplitSetting): string[] {
  const { groups, untimed, population, cut, told } = split;
  if (explore.measure !== fields.roles.count?.field || population?.kind !== "all" || cut || (told?.lost ?? 0) > 0)
    return [];
  const all = untimed ? [...groups, untimed] : groups;
  const off = (sumOf(all.flatMap(({ cells }) => [...cells.values()])) ?? 0) - population.count;
  if (off > 0) return [t("charts.countedTwice")];
  return off < 0 ? [t("charts.explore.leftOut", { count: -off })] : [];
}

/** What is not drawn. */
function hiddenNotes({ bars, hiddenGroups, hiddenSeries, hiddenTimes }: PreparedSplit, split: string): string[] {
  return [
    ...moreNotes(bars.length, hiddenGroups),
    ...(hiddenSeries > 0 ? [t("charts.explore.moreSeries", { count: hiddenSeries, field: split })] : []),
    ...(hiddenTimes > 0 ? [t("charts.explore.earlier", { count: hiddenTimes })] : []),
  ];
}

/** What must be said beside a chart of two dimensions. */
export function splitNotes(split: Split, setting: SplitSetting, labels: Labels): string[] {
  const { groups, series, grain, zone, untimed, outside, cut } = split;
  const prepared = prepareSplit(split, setting);
  const buckets = timeBuckets(groups);
  const ends = grain ? [partialNote(grain, buckets), freshNote(buckets, setting.at, zone)] : [];
  const several = [...groups, ...series].some(
    ({ members, ...one }) => !("start" in one && one.start) && members.length > 1,
  );
  const apart = untimed && prepared.isExact ? sumOf(untimed.cells.values()) : undefined;
  return [
    ...(cut ? [t("charts.explore.cut", { count: groups.length })] : []),
    ...hiddenNotes(prepared, labels.split),
    ...(setting.adds ? [] : [t("charts.explore.notAdded", labels)]),
    ...ends.filter((note) => note !== undefined),
    ...(several ? [t("charts.explore.several")] : []),
    ...sumNotes(split, setting),
    ...outsideNotes(outside, "buckets"),
    ...(apart === undefined ? [] : [t("charts.explore.untimed", { measure: labels.measure, value: String(apart) })]),
  ];
}
