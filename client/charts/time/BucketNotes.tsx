import type { Grain } from "../../../contract/field-words.ts";
import { t } from "../../words/words.ts";
import tableClasses from "../card/ChartTable.module.css";
import classes from "./time.module.css";
import { type BucketState, bucketNotes } from "./unfinished.ts";

/** In a tooltip: why the number of a bucket may still grow. */
export function BucketNotes({ state, grain }: { state: BucketState; grain: Grain }) {
  return bucketNotes(state, grain).map((note) => (
    <p key={note} className={classes.tooltipNote}>
      {note}
    </p>
  ));
}

/** In a table, behind the name of a bucket. */
export function NotWhole({ state }: { state: Pick<BucketState, "partial" | "fresh"> }) {
  if (!(state.partial || state.fresh)) return null;
  const words = t(state.partial ? "charts.trend.notWhole" : "charts.trend.mayGrow");
  return <span className={tableClasses.partial}> {words}</span>;
}
