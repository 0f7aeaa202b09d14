import type { ReactNode } from "react";
import { asSentiment, sentimentMarks } from "../../format/sentiment.ts";
import { valueLabel } from "../../format/values.ts";
import { t } from "../../words/words.ts";
import classes from "./cells.module.css";

function mark(shape: string, color: string): ReactNode {
  return (
    <span aria-hidden="true" className={classes.mark} style={{ color }}>
      {shape}
    </span>
  );
}

/** A sentiment by shape, colour and word; a label of the account's own by its word alone. */
export function sentiment(value: string): ReactNode {
  const known = asSentiment(value);
  const marked = known ? sentimentMarks[known] : undefined;
  return (
    <span>
      {marked ? mark(marked.shape, marked.color) : null}
      <span className={classes.text} dir="auto" title={valueLabel(value)}>
        {valueLabel(value)}
      </span>
    </span>
  );
}

/** That there is none: beside so many that have one, a dash would be overlooked. */
export function noSentiment(): ReactNode {
  return (
    <span className={classes.empty} data-nothing>
      {mark("○", "currentcolor")}
      {t("table.notSet")}
    </span>
  );
}
