import type { Population } from "../../insights/breakdown.ts";
import classes from "./PopulationBadge.module.css";
import { populationText } from "./words.ts";

/** Says which conversations a card counts. That only the loaded rows are counted is a warning, so it looks like one. */
export function PopulationBadge({ population }: { population: Population }) {
  return (
    <span className={classes.badge} data-kind={population.kind}>
      {populationText(population)}
    </span>
  );
}
