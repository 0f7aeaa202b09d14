import { asSentiment, sentimentMarks } from "../../format/sentiment.ts";
import type { FilterRole } from "../../view/view.ts";

type ValueTextProps = { role?: FilterRole; valueKey: string; label: string };

/** A value in words; a sentiment with its shape and colour in front. */
export function ValueText({ role, valueKey, label }: ValueTextProps) {
  const sentiment = role === "sentiment" ? asSentiment(valueKey) : undefined;
  if (!sentiment) return <bdi translate="no">{label}</bdi>;
  const { color, shape } = sentimentMarks[sentiment];
  return (
    <>
      <span aria-hidden="true" style={{ color, marginInlineEnd: 6 }}>
        {shape}
      </span>
      <span translate="no">{label}</span>
    </>
  );
}
