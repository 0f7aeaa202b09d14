import { asSentiment, sentimentMarks, sentiments } from "../../format/sentiment.ts";
import { restLabel, valueLabel } from "../../format/values.ts";

/** How one sentiment is drawn. Colour is never alone: the shape and the label say the same. */
export type Mark = { key: string; label: string; color: string; shape: string };

/** The colour of what has no value: grey, outside the sentiment colours. */
export const notSetColor = "var(--chart-not-set)";
/** Where a bar ended in the period before, in words as at the bar. */
export const previousTick = "┃";
export const barColor = "var(--chart-bar)";

/** The colour of a text in a part of a bar, by the key of its sentiment: the grey of what is not set is light. */
export function textInside(key: string): string {
  return key === "" ? "#10131a" : "var(--surface)";
}

const notSetMark = { color: notSetColor, shape: "○" };
const otherColors = ["var(--chart-other-1)", "var(--chart-other-2)", "var(--chart-other-3)"] as const;
const otherShapes = ["■", "★", "⬟"] as const;

function rank(key: string): number {
  const known = asSentiment(key);
  if (known) return sentiments.indexOf(known);
  return key === "" ? sentiments.length + 1 : sentiments.length;
}

/** Sentiment keys as they are always ordered: positive, neutral, mixed, negative, the account's own, not set. */
export function orderSentiments(keys: Iterable<string>): string[] {
  return [...new Set(keys)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * A mark for each key, in the fixed order. Values of the account's own get colours that no known sentiment has.
 *
 * @param restUnknown whether those under "" may have a sentiment after all.
 */
export function sentimentSeries(keys: Iterable<string>, restUnknown = false): Mark[] {
  let others = 0;
  return orderSentiments(keys).map((key) => {
    const known = asSentiment(key);
    if (known) return { key, label: valueLabel(known), ...sentimentMarks[known] };
    if (key === "") return { key, label: restLabel(restUnknown), ...notSetMark };
    const turn = others++ % 3;
    return { key, label: valueLabel(key), color: otherColors[turn] ?? barColor, shape: otherShapes[turn] ?? "■" };
  });
}
