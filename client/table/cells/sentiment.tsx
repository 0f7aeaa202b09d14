import type { ReactNode } from "react";
import { asSentiment, sentimentMarks } from "../../format/sentiment.ts";
import { valueLabel } from "../../format/values.ts";
import classes from "./cells.module.css";

/** A sentiment by shape, colour and word; a label of the account's own by its word alone. */
export function sentiment(value: string): ReactNode {
  const known = asSentiment(value);
  const mark = known ? sentimentMarks[known] : undefined;
  return (
    <span>
      {mark ? (
        <span aria-hidden="true" className={classes.mark} style={{ color: mark.color }}>
          {mark.shape}
        </span>
      ) : null}
      <span className={classes.text} dir="auto" title={valueLabel(value)}>
        {valueLabel(value)}
      </span>
    </span>
  );
}
