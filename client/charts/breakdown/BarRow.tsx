import { Tooltip, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import { Shape } from "../marks/Shape.tsx";
import { ValueButton } from "../marks/ValueButton.tsx";
import { changeText } from "../previous/change.ts";
import classes from "./BarList.module.css";
import type { Bar } from "./prepare.ts";

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
  return (
    <>
      <span className={classes.label} title={barTitle(bar)}>
        {bar.shape && <Shape shape={bar.shape} color={bar.color} />}
        <span translate="no">{bar.label}</span>
        {bar.chosen && <IconCheck className={classes.check} size="0.8125rem" stroke={2.5} aria-hidden />}
      </span>
      <span className={classes.count}>{formatCount(bar.count)}</span>
      <span className={classes.share}>
        {bar.previous === undefined ? formatShare(bar.count, population) : changeText(bar.count, bar.previous)}
      </span>
    </>
  );
}

/** A bar in words, with the period before where the two are compared. */
export function barTitle({ label, count, previous }: Bar): string {
  if (previous === undefined) return label;
  return t("charts.previous.bar", { label, count, before: previous, change: changeText(count, previous) });
}
