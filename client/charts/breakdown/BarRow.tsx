import { Tooltip, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { t } from "../../words/words.ts";
import { previousTick } from "../marks/marks.ts";
import { Shape } from "../marks/Shape.tsx";
import { ValueButton } from "../marks/ValueButton.tsx";
import classes from "./BarList.module.css";
import type { Bar } from "./prepare.ts";
import { sharesOf } from "./shares.ts";

type BarRowProps = {
  bar: Bar;
  population: number;
  spellings: readonly string[];
  onToggle: (spellings: readonly string[]) => void;
  /** Leaves the value out; undefined where nothing can be left out. */
  onExclude?: ((spellings: readonly string[]) => void) | undefined;
};

/** A value, its count and its share, as the button that filters by it. */
export function BarRow({ bar, population, ...filter }: BarRowProps) {
  const { label, chosen, dimmed } = bar;
  return (
    <ValueButton {...filter} {...{ label, chosen, dimmed }} className={classes.row}>
      <Words bar={bar} population={population} />
    </ValueButton>
  );
}

/** The conversations without a value: told, but no button, since they cannot be asked for. */
export function NotSetRow({ bar, population }: { bar: Bar; population: number }) {
  const { note } = bar;
  return (
    <Tooltip label={note} multiline maw={240} events={{ hover: true, focus: false, touch: true }}>
      <div className={classes.row} data-dimmed={bar.dimmed || undefined} data-not-set>
        <Words bar={bar} population={population} />
        <VisuallyHidden>{note}</VisuallyHidden>
      </div>
    </Tooltip>
  );
}

function Words({ bar, population }: { bar: Bar; population: number }) {
  const { share, count, before } = sharesOf(bar, population);
  return (
    <>
      <span className={classes.label} title={barTitle(bar, population)}>
        {bar.shape && <Shape shape={bar.shape} color={bar.color} />}
        <span translate="no">{bar.label}</span>
        {bar.chosen && <IconCheck className={classes.check} size="0.8125rem" stroke={2.5} aria-hidden />}
      </span>
      {before ? (
        <>
          <span className={classes.mainShare}>{share}</span>
          <span className={classes.thenCount}>{count}</span>
          <VisuallyHidden>{t("charts.previous.column")}</VisuallyHidden>
          <span className={classes.thenShare}>{before.share}</span>
          <span className={classes.thenCount}>{before.count}</span>
          <VisuallyHidden>{t("charts.previous.change")}</VisuallyHidden>
          <span className={classes.change}>{before.change}</span>
        </>
      ) : (
        <>
          <span className={classes.count}>{count}</span>
          <span className={classes.share}>{share}</span>
        </>
      )}
    </>
  );
}

/** A bar in words, with the period before where the two are compared. */
export function barTitle(bar: Bar, population: number): string {
  const { share, count, before } = sharesOf(bar, population);
  if (!before) return bar.label;
  const { share: beforeShare, count: beforeCount, change } = before;
  return t("charts.previous.shares", { label: bar.label, share, count, beforeShare, beforeCount, change });
}

/** What the numbers of bars are, where two periods are compared. */
export function ComparedHead() {
  return (
    <div className={classes.head} aria-hidden>
      <span className={classes.label} />
      <span className={classes.headOfTwo}>{t("charts.previous.now")}</span>
      <span className={classes.headOfTwo}>
        <span className={classes.tick}>{previousTick}</span>
        {t("charts.previous.column")}
      </span>
      <span className={classes.change}>{t("charts.previous.change")}</span>
    </div>
  );
}
