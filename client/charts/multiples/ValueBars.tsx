import { type Bar, longestOf } from "../breakdown/prepare.ts";
import type { BarFilter } from "./bars-of-role.ts";
import { ValueLine } from "./ValueLine.tsx";
import classes from "./values.module.css";

/** A bar of a list, from zero to the longest, with a tick where it ended in the period before. */
function Track({ bar, longest }: { bar: Bar; longest: number }) {
  const part = (count: number) => `${(100 * count) / longest}%`;
  return (
    <span className={classes.track} aria-hidden>
      <span
        className={classes.bar}
        data-some={bar.count > 0 || undefined}
        style={{ width: part(bar.count), background: bar.color, opacity: bar.dimmed ? 0.35 : 1 }}
      />
      {bar.previous === undefined ? null : (
        <span className={classes.before} style={{ insetInlineStart: part(bar.previous.count) }} />
      )}
    </span>
  );
}

type ValueBarsProps = { title: string; bars: readonly Bar[]; population: number; filter: BarFilter };

/** Values as bars, each with its numbers. */
export function ValueBars({ title, bars, population, filter }: ValueBarsProps) {
  const longest = longestOf(bars);
  return (
    <ul className={classes.bars} aria-label={title}>
      {bars.map((bar) => (
        <ValueLine key={bar.key} {...{ bar, filter, population }} withCount>
          <Track bar={bar} longest={longest} />
        </ValueLine>
      ))}
    </ul>
  );
}
