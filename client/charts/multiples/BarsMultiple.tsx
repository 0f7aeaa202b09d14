import { t } from "../../words/words.ts";
import { type Bar, longestOf, pickBars } from "../breakdown/prepare.ts";
import type { ChartSetting } from "../card/setting.ts";
import { barsOfRole } from "./bars-of-role.ts";
import { MoreValues } from "./MoreValues.tsx";
import { Multiple } from "./Multiple.tsx";
import { ValueLine } from "./ValueLine.tsx";
import classes from "./values.module.css";

const most = 4;

/** A bar of a list, from zero to the longest, with a tick where it ended in the period before. */
export function Track({ bar, longest }: { bar: Bar; longest: number }) {
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

type BarsMultipleProps = ChartSetting & { of: "channel" | "language" };

/** The most frequent values of a role as bars; the others are one press away. */
export function BarsMultiple({ of: role, ...setting }: BarsMultipleProps) {
  const { state, bars, notesOf, save, filter } = barsOfRole(setting, role);
  const title = t(`multiples.${role}`);
  return (
    <Multiple
      title={title}
      state={state}
      notesOf={notesOf}
      save={save}
      isQuiet
      aside={(data) => (
        <MoreValues
          {...{ title, filter, bars: pickBars(bars(data), most).hidden }}
          population={data.population.count}
        />
      )}
    >
      {(data) => {
        const { shown } = pickBars(bars(data), most);
        const longest = longestOf(shown);
        return (
          <ul className={classes.bars} aria-label={title}>
            {shown.map((bar) => (
              <ValueLine key={bar.key} {...{ bar, filter }} population={data.population.count} withCount>
                <Track bar={bar} longest={longest} />
              </ValueLine>
            ))}
          </ul>
        );
      }}
    </Multiple>
  );
}
