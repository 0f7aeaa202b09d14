import { VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { t } from "../../words/words.ts";
import { barTitle } from "../breakdown/BarRow.tsx";
import type { Bar } from "../breakdown/prepare.ts";
import { sharesOf } from "../breakdown/shares.ts";
import { previousTick } from "../marks/marks.ts";
import { Shape } from "../marks/Shape.tsx";
import { ValueButton } from "../marks/ValueButton.tsx";
import type { BarFilter } from "./bars-of-role.ts";
import classes from "./values.module.css";

type ValueLineProps = {
  bar: Bar;
  population: number;
  filter: BarFilter;
  /** Whether its count is told, too. */
  withCount: boolean;
  /** The bar itself, where it is drawn beside its words. */
  children?: ReactNode;
};

/** Share and count of one of two periods. */
function Both({ share, count, isNow }: { share: string; count: string | undefined; isNow?: true }) {
  return (
    <span className={classes.both} data-now={isNow}>
      <span className={classes.bothShare}>{share}</span>
      {count === undefined ? null : <span className={classes.bothCount}>{count}</span>}
    </span>
  );
}

/** A value in one line, as the button that filters by it; what is not set is told and cannot be asked for here. */
export function ValueLine({ bar, population, filter, withCount, children }: ValueLineProps) {
  const { label, chosen, dimmed, spellings, note } = bar;
  const { share, count, before } = sharesOf(bar, population);
  const content = (
    <>
      <span className={classes.label} title={barTitle(bar, population)}>
        {bar.shape && <Shape shape={bar.shape} color={bar.color} />}
        <span translate="no">{label}</span>
        {chosen && <IconCheck className={classes.check} size="0.8125rem" stroke={2.5} aria-hidden />}
      </span>
      {children}
      {before ? (
        <>
          <Both share={share} count={withCount ? count : undefined} isNow />
          <span className={classes.tick} aria-hidden>
            {previousTick}
          </span>
          <VisuallyHidden>{t("charts.previous.column")}</VisuallyHidden>
          <Both share={before.share} count={withCount ? before.count : undefined} />
        </>
      ) : (
        <>
          {withCount ? <span className={classes.count}>{count}</span> : null}
          <span className={classes.share}>{share}</span>
        </>
      )}
    </>
  );
  return (
    <li>
      {spellings ? (
        <ValueButton {...{ label, chosen, dimmed, spellings }} {...filter} className={classes.line}>
          {content}
        </ValueButton>
      ) : (
        <div className={classes.line} title={note} data-dimmed={dimmed || undefined} data-not-set>
          {content}
          <VisuallyHidden>{note}</VisuallyHidden>
        </div>
      )}
    </li>
  );
}
