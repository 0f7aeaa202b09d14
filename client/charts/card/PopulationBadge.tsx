import type { Population } from "../../insights/breakdown.ts";
import { t } from "../../words/words.ts";
import classes from "./PopulationBadge.module.css";
import { populationText } from "./words.ts";

/**
 * Says which conversations a card counts. That only the loaded rows are counted is a warning, so it looks like one. While
 * the figures are of the view before, there is nothing to be said of this one.
 */
export function PopulationBadge({ population }: { population: Population | undefined }) {
  return (
    <span className={classes.badge} data-kind={population?.kind}>
      {population ? populationText(population) : t("charts.updating")}
    </span>
  );
}
