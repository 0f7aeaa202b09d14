import { Tooltip, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { formatCount, formatShare } from "../format/numbers.ts";
import { t } from "../words/words.ts";
import classes from "./BarList.module.css";
import type { Bar } from "./prepare/bars.ts";
import { Shape } from "./Shape.tsx";

type BarRowProps = {
  bar: Bar;
  population: number;
  spellings: readonly string[];
  onToggle: (spellings: readonly string[]) => void;
};

/** A value, its count and its share, as the button that filters by it. */
export function BarRow({ bar, population, spellings, onToggle }: BarRowProps) {
  return (
    <button
      type="button"
      className={classes.row}
      aria-pressed={bar.chosen}
      data-dimmed={bar.dimmed || undefined}
      onClick={() => onToggle(spellings)}
    >
      <Words bar={bar} population={population} />
    </button>
  );
}

/** The conversations without a value: told, but no button, since they cannot be asked for. */
export function NotSetRow({ bar, population }: { bar: Bar; population: number }) {
  return (
    <Tooltip label={t("charts.notSetNote")} multiline maw={240} events={{ hover: true, focus: false, touch: true }}>
      <div className={classes.row} data-dimmed={bar.dimmed || undefined} data-not-set>
        <Words bar={bar} population={population} />
        <VisuallyHidden>{t("charts.notSetNote")}</VisuallyHidden>
      </div>
    </Tooltip>
  );
}

function Words({ bar, population }: { bar: Bar; population: number }) {
  return (
    <>
      <span className={classes.label} title={bar.label}>
        {bar.shape && <Shape shape={bar.shape} color={bar.color} />}
        {bar.label}
        {bar.chosen && <IconCheck className={classes.check} size={13} stroke={2.5} aria-hidden />}
      </span>
      <span className={classes.count}>{formatCount(bar.count)}</span>
      <span className={classes.share}>{formatShare(bar.count, population)}</span>
    </>
  );
}
