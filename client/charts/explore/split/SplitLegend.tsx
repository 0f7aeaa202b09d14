import { t } from "../../../words/words.ts";
import { ValueButton } from "../../marks/ValueButton.tsx";
import { buttonFor } from "../value-button.ts";
import type { ValueFilter } from "../value-filter.ts";
import type { SplitMark } from "./prepare.ts";
import classes from "./Split.module.css";

/** A series' number or shape in its colour. Its name stands beside it, so it is not read out. */
export function Sign({ mark }: { mark: SplitMark }) {
  return (
    <span className={classes.sign} style={{ backgroundColor: mark.color }} data-unset={mark.isUnset} aria-hidden>
      {mark.shape}
    </span>
  );
}

type SplitLegendProps = { marks: readonly SplitMark[]; filter: ValueFilter | undefined };

/** Which colour and number is which value; a press on one filters by it. */
export function SplitLegend({ marks, filter }: SplitLegendProps) {
  return (
    <ul className={classes.legend} aria-label={t("charts.trend.legend")}>
      {marks.map((mark) => (
        <li key={mark.key}>
          <Series mark={mark} filter={filter} />
        </li>
      ))}
    </ul>
  );
}

/** A value of the second dimension, as the button that filters by it where that can be asked for. */
export function Series({ mark, filter }: { mark: SplitMark; filter: ValueFilter | undefined }) {
  const words = (
    <>
      <Sign mark={mark} />
      <span translate="no">{mark.label}</span>
    </>
  );
  const press = buttonFor(mark, filter);
  if (!press) return <span className={classes.series}>{words}</span>;
  return (
    <ValueButton className={classes.series} {...press} dimmed={false}>
      {words}
    </ValueButton>
  );
}
