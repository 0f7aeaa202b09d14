import { valueKey } from "./values.ts";

/** The labels of Twilio's sentiment operator, in the order in which they are always drawn. */
export const sentiments = ["positive", "neutral", "mixed", "negative"] as const;
export type Sentiment = (typeof sentiments)[number];

/** The sentiment that a raw value names in any case, or undefined for a value of the account's own. */
export function asSentiment(raw: string): Sentiment | undefined {
  const key = valueKey(raw);
  return sentiments.find((one) => one === key);
}

/** Each sentiment has one colour (a CSS variable of ui/tokens.css) and one shape, the same everywhere. */
export const sentimentMarks: Record<Sentiment, { color: string; shape: string }> = {
  positive: { color: "var(--sentiment-positive)", shape: "▲" },
  neutral: { color: "var(--sentiment-neutral)", shape: "●" },
  mixed: { color: "var(--sentiment-mixed)", shape: "◆" },
  negative: { color: "var(--sentiment-negative)", shape: "▼" },
};
