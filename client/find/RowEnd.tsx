import { VisuallyHidden } from "@mantine/core";
import { asSentiment, sentimentMarks } from "../format/sentiment.ts";
import { valueLabel } from "../format/values.ts";
import type { RowWords } from "./cell-words.ts";

function Mark({ sentiment }: { sentiment: string | undefined }) {
  const known = sentiment === undefined ? undefined : asSentiment(sentiment);
  if (!known) return null;
  const { color, shape } = sentimentMarks[known];
  return (
    <>
      <span aria-hidden="true" style={{ color }}>
        {shape}
      </span>{" "}
      <VisuallyHidden>{valueLabel(known)}, </VisuallyHidden>
    </>
  );
}

type RowEndProps = {
  words: RowWords;
  /** What the cell is that the line has, where it is not the name. */
  label?: string | undefined;
  /** The name, where the line does not have it. */
  title?: string | undefined;
  /** What the line says already. */
  without: string;
};

/** Who and when, at the end of the line of a conversation. */
export function RowEnd({ words: { customer, time, sentiment }, label, title, without }: RowEndProps) {
  const parts = [label, title, customer, time].filter((part) => part !== undefined && part !== without);
  return (
    <>
      <Mark sentiment={sentiment} />
      {parts.map((part, place) => (
        <span key={part}>
          {place > 0 ? " · " : null}
          <bdi translate={part === label ? undefined : "no"}>{part}</bdi>
        </span>
      ))}
    </>
  );
}
