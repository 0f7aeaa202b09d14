import type { KeyFields } from "../../../contract/key-figures.ts";
import { t } from "../../words/words.ts";
import { previousPeriodName } from "../previous/change.ts";
import type { FigureChange } from "./change.ts";
import { type Measured, readMeasured, readPreviousShares, readTotal, type Share } from "./read.ts";
import { previousSplit } from "./requests.ts";
import type { FiguresSetting } from "./setting.ts";
import type { KeyAnswers } from "./use-key-answers.ts";

/** The figures of the period before, as far as they are there and exact. */
export type Previous = {
  /** What that period is called; undefined where the account has no time to have one. */
  period: string | undefined;
  /** Whether it holds no conversation, so that nothing can be held against it; undefined until that is known. */
  isEmpty: boolean | undefined;
  count: number | undefined;
  negative: Share | undefined;
  ai: Share | undefined;
  duration: Measured | undefined;
  wait: Measured | undefined;
};

/** The count stands in the row of the measures, beside which it was asked for. */
function countOf(setting: FiguresSetting, { previous: { whole } }: KeyAnswers): number | undefined {
  return readTotal(whole.data, setting.fields);
}

export function readPrevious(setting: FiguresSetting, key: KeyFields, answers: KeyAnswers): Previous {
  const { period, whole, split } = answers.previous;
  const count = countOf(setting, answers);
  const by = previousSplit(setting.view, setting.fields, key);
  const hasNoTime = period !== undefined && period.window.to <= period.window.from;
  return {
    period: period && previousPeriodName(period),
    isEmpty: hasNoTime || (count === undefined ? undefined : count === 0),
    count,
    ...readPreviousShares(split.data, { ...setting, key }, by, count),
    duration: readMeasured(whole.data, key.averageDuration?.field),
    wait: readMeasured(whole.data, key.longestWait?.field),
  };
}

/** A change and the sentence that says it whole; neither where nothing is known to hold against. */
export type Held = { change: FigureChange | undefined; said: readonly string[] };

/** Holds a figure against the one before, or says why it is not. */
export function heldAgainst<Value>(
  before: Value | undefined,
  { period, isEmpty }: Previous,
  change: (before: Value) => FigureChange,
): Held {
  if (period === undefined) return { change: undefined, said: [] };
  if (isEmpty) return notCompared(t("charts.previous.noneBefore", { period }));
  if (before === undefined) return { change: undefined, said: [] };
  const changed = change(before);
  return { change: changed, said: [t("charts.previous.versus", { change: changed.text, period })] };
}

export function notCompared(why: string): Held {
  return { change: { text: t("figures.noComparison"), tone: "neutral" }, said: [why] };
}
