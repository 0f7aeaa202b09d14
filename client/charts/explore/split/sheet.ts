import { t } from "../../../words/words.ts";
import { type Sheet, timeCell, withNotes } from "../../save/sheet.ts";
import { bucketNotes } from "../../time/unfinished.ts";
import { splitNotes } from "./notes.ts";
import { prepareSplit, type SplitSetting } from "./prepare.ts";
import type { Split } from "./split.ts";

type Labels = { measure: string; dimension: string; split: string };

/** A row for each value of the first dimension, a column for each of the second. Shares are left to the reader. */
export function splitSheet(split: Split, setting: SplitSetting, labels: Labels): Sheet {
  const { bars, marks, isExact } = prepareSplit(split, setting);
  const { grain, zone } = split;
  const sheet = [
    [labels.dimension, ...marks.map(({ label }) => label), ...(isExact ? [t("charts.columns.total")] : [])],
    ...bars.map(({ label, start, parts, total }) => [
      start === undefined ? label : timeCell(start, zone),
      ...parts.map(({ text }) => text),
      ...(isExact ? [total] : []),
    ]),
  ];
  const last = bars.length - 1;
  return withNotes(
    sheet,
    bars.map((bar, place) => [
      ...(grain ? bucketNotes(bar, grain) : []),
      ...(place === last ? splitNotes(split, setting, labels) : []),
    ]),
  );
}
