import { distinctLabels, restLabel, roleValueLabel, valueKey } from "../../format/values.ts";
import type { Breakdown, BreakdownEntry } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import { barColor, notSetColor, sentimentSeries } from "../marks/marks.ts";

/** One bar, decided down to its colour. */
export type Bar = {
  /** Unique among the bars; "" for the conversations without a value. */
  key: string;
  label: string;
  count: number;
  /** The count of the period before, and the population it is of; undefined where nothing is compared. */
  previous: { count: number; of: number } | undefined;
  /** Undefined for "Not set", which cannot be chosen here: the filter finds out first whether it can be asked for. */
  spellings: readonly string[] | undefined;
  chosen: boolean;
  /** Something is chosen, and it is not this. */
  dimmed: boolean;
  color: string;
  /** The sentiment's shape; undefined for other roles. */
  shape: string | undefined;
  /** Why it cannot be chosen. */
  note?: string;
};

/** Chosen values without a conversation still get a bar of zero: else they could not be taken back here. */
function chosenWithoutCount(entries: readonly BreakdownEntry[], chosen: readonly string[]): BreakdownEntry[] {
  const counted = new Set(entries.map((entry) => entry.key));
  const missing = new Set(chosen.map(valueKey).filter((key) => !counted.has(key)));
  return [...missing].map((key) => ({ key, spellings: chosen.filter((raw) => valueKey(raw) === key), count: 0 }));
}

/** Values that only the period before had still get a bar of zero: else their loss would not be seen. */
function onlyBefore(entries: readonly BreakdownEntry[], previous: Breakdown | undefined): BreakdownEntry[] {
  const counted = new Set(entries.map((entry) => entry.key));
  return (previous?.entries ?? []).filter(({ key }) => !counted.has(key)).map((entry) => ({ ...entry, count: 0 }));
}

function inSentimentOrder(entries: readonly BreakdownEntry[]): BreakdownEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return sentimentSeries(byKey.keys()).flatMap(({ key }) => byKey.get(key) ?? []);
}

/**
 * The bars of a breakdown, all of them, in the order in which they are drawn: the most frequent first, sentiments in
 * their fixed order, "Not set" last.
 *
 * @param chosen - the chosen raw values of the breakdown's role
 * @param previous - the breakdown of the period before, where the two are compared
 */
export function prepareBars(breakdown: Breakdown, chosen: readonly string[], previous?: Breakdown): Bar[] {
  const { role, entries, notSet, restUnknown } = breakdown;
  const known = [...entries, ...onlyBefore(entries, previous)];
  const all = [...known, ...chosenWithoutCount(known, chosen)];
  const before = new Map(previous?.entries.map(({ key, count }) => [key, count]));
  const then = (count: number) => previous && { count, of: previous.population.count };
  const keys = new Set(chosen.map(valueKey));
  const sentiment = role === "sentiment";
  const marks = new Map(sentiment ? sentimentSeries(all.map(({ key }) => key)).map((mark) => [mark.key, mark]) : []);
  const ordered = sentiment ? inSentimentOrder(all) : all;
  const labels = distinctLabels(
    ordered.map(({ key, spellings: [raw = key] }) => ({
      label: marks.get(key)?.label ?? roleValueLabel(role, raw),
      raw,
    })),
  );
  const bars = ordered.map(({ key, spellings, count }, place): Bar => {
    const mark = marks.get(key);
    return {
      key,
      label: labels[place] ?? key,
      count,
      previous: then(before.get(key) ?? 0),
      spellings,
      chosen: keys.has(key),
      dimmed: keys.size > 0 && !keys.has(key),
      color: mark?.color ?? barColor,
      shape: mark?.shape,
    };
  });
  if (notSet === 0 && !previous?.notSet) return bars;
  const shape = sentiment ? "○" : undefined;
  const rest = {
    key: "",
    label: restLabel(restUnknown),
    note: t(restUnknown ? "charts.notKnownNote" : "charts.notSetNote"),
    count: notSet,
    previous: then(previous?.notSet ?? 0),
    spellings: undefined,
    chosen: false,
  };
  return [...bars, { ...rest, dimmed: keys.size > 0, color: notSetColor, shape }];
}

/** The bars that fit, and those that are only told of. */
export type FittedBars = { shown: readonly Bar[]; hidden: readonly Bar[] };

/** Picks so many bars. Chosen ones go first, so that what filters the view is in sight; the order stays. */
export function pickBars(bars: readonly Bar[], most: number): FittedBars {
  if (bars.length <= most) return { shown: bars, hidden: [] };
  const byWorth = [...bars.filter((bar) => bar.chosen), ...bars.filter((bar) => !bar.chosen)];
  const picked = new Set(byWorth.slice(0, most));
  return { shown: bars.filter((bar) => picked.has(bar)), hidden: bars.filter((bar) => !picked.has(bar)) };
}

/** Picks the bars that fit into a number of lines. Where some do not, one line is kept for telling of them. */
export function fitBars(bars: readonly Bar[], lines: number): FittedBars {
  return pickBars(bars, bars.length <= lines ? lines : Math.max(1, lines - 1));
}

/** The counts of some bars together. */
export function sumOf(bars: readonly Bar[]): number {
  return bars.reduce((sum, bar) => sum + bar.count, 0);
}

/** The longest of some bars, now or before; at least 1. */
export function longestOf(bars: readonly Bar[]): number {
  return bars.reduce((longest, { count, previous }) => Math.max(longest, count, previous?.count ?? 0), 1);
}
