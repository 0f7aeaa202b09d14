import type { ReactNode } from "react";
import { t } from "../../words/words.ts";
import classes from "./cells.module.css";
import { heard } from "./heard.tsx";

/** A value that is not there: a dash for the eye, words for a screen reader. */
export function empty(): ReactNode {
  return (
    <span className={classes.empty} data-nothing>
      <span aria-hidden="true">–</span>
      {heard(t("table.notSet"))}
    </span>
  );
}
