import type { Grain } from "../../contract/field-words.ts";
import { t } from "../words/words.ts";
import tableClasses from "./ChartTable.module.css";
import type { BucketState } from "./prepare/unfinished.ts";
import classes from "./Trend.module.css";

/** In a tooltip: why the number of a bucket may still grow. */
export function BucketNotes({ state, grain }: { state: BucketState; grain: Grain }) {
  return (
    <>
      {state.partial && <p className={classes.tooltipNote}>{t(`charts.trend.${grain}.notWhole`)}</p>}
      {state.fresh && <p className={classes.tooltipNote}>{t("charts.trend.freshOne")}</p>}
      {state.ahead && <p className={classes.tooltipNote}>{t("charts.trend.aheadOne")}</p>}
    </>
  );
}

/** In a table, behind the name of a bucket. */
export function NotWhole({ state }: { state: Pick<BucketState, "partial" | "fresh"> }) {
  if (!(state.partial || state.fresh)) return null;
  return <span className={tableClasses.partial}> {t("charts.trend.notWhole")}</span>;
}
