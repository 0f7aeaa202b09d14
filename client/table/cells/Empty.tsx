import { VisuallyHidden } from "@mantine/core";
import { t } from "../../words/words.ts";
import classes from "./cells.module.css";

/** A value that is not there: a dash for the eye, words for a screen reader. */
export function Empty() {
  return (
    <span className={classes.empty}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t("table.notSet")}</VisuallyHidden>
    </span>
  );
}
