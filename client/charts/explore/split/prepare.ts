import type { FieldRoles } from "../../../../contract/fields.ts";
import { numbersLocale } from "../../../browser/region.ts";
import { formatDecimal } from "../../../format/decimal.ts";
import { formatShare } from "../../../format/numbers.ts";
import { asSentiment, sentimentMarks } from "../../../format/sentiment.ts";
import { notSetLabel } from "../../../format/values.ts";
import { type Explore, type ExploreLook, filterRoles } from "../../../view/view.ts";
import { currentLocale, t } from "../../../words/words.ts";
import { type Mark, notSetColor, orderSentiments } from "../../marks/marks.ts";
import type { BucketState } from "../../time/unfinished.ts";
import { entryLabel, nameIn, spellingsIn, stateOf } from "../prepare.ts";
import type { Split, SplitCell } from "./split.ts";
import { sumOf, type Top, type TopSeries, tenthsOf, topOf } from "./top.ts";

/** How one series is drawn: colour is never alone, its number or shape says the same. */
export type SplitMark = Mark & {
  /** Whether it is what has no value, whose grey needs words of another colour. */
  isUnset?: true;
  /** The spellings to filter by; undefined for what cannot be asked for. */
  spellings: readonly string[] | undefined;
};

export type SplitPart = {
  mark: SplitMark;
  /** Undefined is a gap and not zero. */
  value: number | undefined;
  text: string | undefined;
  short: string;
  exact: string;
  /** Its part of all of them, in tenths of a percent, and as it is written. */
  tenths: number;
  share: string;
};

export type SplitBar = BucketState & {
  key: string;
  label: string;
  spellings: readonly string[] | undefined;
  start: number | undefined;
  end: number | undefined;
  parts: readonly SplitPart[];
  /** All parts together; undefined where they do not add up. */
  total: number | undefined;
};

export type PreparedSplit = Pick<Top, "hiddenGroups" | "hiddenSeries" | "hiddenTimes"> & {
  look: ExploreLook;
  marks: readonly SplitMark[];
  bars: readonly SplitBar[];
  /** Whether totals are exact, so that they are shown. */
  isExact: boolean;
};

/** What a chart of two dimensions is drawn from, beside its figures. */
export type SplitSetting = {
  explore: Explore & { split: string };
  fields: FieldRoles;
  /** Whether measures of different values may be added up. */
  adds: boolean;
  at: number | undefined;
};

/** Whether the groups are all conversations there are, each once. */
export function addsUp(
  { groups, population, cut, told, untimed }: Split,
  measure: string,
  fields: FieldRoles,
): boolean {
  if (measure !== fields.roles.count?.field || cut || (told?.lost ?? 0) > 0 || population?.kind !== "all") return false;
  const all = untimed ? [...groups, untimed] : groups;
  return (sumOf(all.flatMap(({ cells }) => [...cells.values()])) ?? 0) === population.count;
}

/** Averages cannot be stacked, nor can what is less than zero. */
export function lookOf(split: Split, { look = "stacked" }: Explore, adds: boolean): ExploreLook {
  const isBelow = split.groups.some(({ cells }) => [...cells.values()].some(({ value = 0 }) => value < 0));
  return adds && !isBelow ? look : "side";
}

const palette = 8;

/** The series as they are drawn: sentiments in their own order and look, all others numbered, the rest at the end. */
function marksOf(series: readonly TopSeries[], split: Split, { explore, fields }: SplitSetting): SplitMark[] {
  const role = filterRoles.find((one) => fields.roles[one]?.field === explore.split);
  const name = nameIn(explore.split, fields);
  const known = ({ members }: TopSeries) =>
    role === "sentiment" && members.length === 1 ? asSentiment(members[0] ?? "") : undefined;
  const place = ({ members, others, key }: TopSeries) => {
    if (others !== undefined) return 3;
    if (members.length === 0) return 2;
    return known({ members, key }) ? 0 : 1;
  };
  const order = orderSentiments(series.flatMap((one) => known(one) ?? []));
  const rank = (one: TopSeries) => order.indexOf(known(one) ?? "");
  let number = 0;
  return series
    .toSorted((a, b) => place(a) - place(b) || rank(a) - rank(b))
    .map((one): SplitMark => {
      const { key, members, others } = one;
      const spellings = others === undefined ? spellingsIn(members, split.series, role !== undefined) : undefined;
      if (others !== undefined)
        return {
          key,
          label: t("charts.explore.othersOf", { count: others }),
          color: "var(--series-rest)",
          shape: "+",
          spellings,
        };
      if (members.length === 0)
        return { key, label: notSetLabel(), color: notSetColor, shape: "○", isUnset: true, spellings };
      const sentiment = known(one);
      const label = members.map(name).join(" + ");
      if (sentiment) return { key, label, ...sentimentMarks[sentiment], spellings };
      number += 1;
      return { key, label, color: `var(--series-${1 + ((number - 1) % palette)})`, shape: String(number), spellings };
    });
}

function shareText(tenths: number, value: number, total: number): string {
  // Rounding never makes none of some, nor all of most.
  if ((tenths === 0 && value > 0) || (tenths === 1000 && value < total)) return formatShare(value, total);
  return formatShare(tenths, 1000);
}

/** The chart as it is drawn, listed and saved. */
export function prepareSplit(split: Split, setting: SplitSetting): PreparedSplit {
  const { explore, fields, adds, at } = setting;
  const isExact = addsUp(split, explore.measure, fields);
  const { groups, series, ...hidden } = topOf(split, { adds, isExact, most: explore.top });
  const marks = marksOf(series, split, setting);
  const name = nameIn(explore.dimension, fields);
  const role = filterRoles.find((one) => fields.roles[one]?.field === explore.dimension);
  const rounded = new Intl.NumberFormat(numbersLocale(currentLocale()), { maximumFractionDigits: 2 });
  // Where all figures add up to what there is, a pair that the answer lacks has none; else nobody knows.
  const lacking: SplitCell = isExact ? { text: "0", value: 0 } : { text: undefined, value: undefined };
  const partsOf = (given: ReadonlyMap<string, SplitCell>): SplitPart[] => {
    const cells = new Map(marks.map(({ key }) => [key, given.get(key) ?? lacking]));
    const values = marks.map(({ key }) => Math.max(0, cells.get(key)?.value ?? 0));
    const total = values.reduce((sum, value) => sum + value, 0);
    const tenths = tenthsOf(values);
    return marks.map((mark, place) => {
      const { text, value } = cells.get(mark.key) ?? lacking;
      return {
        mark,
        value,
        text,
        short: value === undefined ? "–" : rounded.format(value),
        exact: text === undefined ? t("charts.explore.none") : formatDecimal(text),
        tenths: tenths[place] ?? 0,
        share: value === undefined ? "–" : shareText(tenths[place] ?? 0, value, total),
      };
    });
  };
  const bars = groups.map((group): SplitBar => {
    const parts = partsOf(group.cells);
    const isOthers = group.others !== undefined;
    return {
      key: group.key,
      label: isOthers ? t("charts.explore.othersOf", { count: group.others ?? 0 }) : entryLabel(group, split, name),
      spellings: isOthers ? undefined : spellingsIn(group.members, split.groups, role !== undefined),
      start: group.start,
      end: group.end,
      ...stateOf(group, at),
      parts,
      total: isExact ? (sumOf(parts) ?? 0) : undefined,
    };
  });
  return { look: lookOf(split, explore, adds), marks, bars, isExact, ...hidden };
}

/** `Refund, Negative: 548 (34.0%)`. */
export function partTitle(
  { label }: Pick<SplitBar, "label">,
  { mark, exact, share, value }: SplitPart,
  look: ExploreLook,
) {
  const said = `${label}, ${mark.label}: ${exact}`;
  return look === "side" || value === undefined ? said : `${said} (${share})`;
}
