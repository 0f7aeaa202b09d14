import { t } from "../../words/words.ts";
import { type Bar, pickBars, sumOf } from "../breakdown/prepare.ts";
import type { ChartSetting } from "../card/setting.ts";
import { most as mostBars } from "./BarsMultiple.tsx";
import { barsOfRole } from "./bars-of-role.ts";
import { MoreValues } from "./MoreValues.tsx";
import { Multiple } from "./Multiple.tsx";
import { ValueBars } from "./ValueBars.tsx";
import { ValueLine } from "./ValueLine.tsx";
import classes from "./values.module.css";

/** As many as two columns of three lines hold. */
const most = 6;

/** One bar of all sentiments. What each part is stands in the legend under it, so it is not read out. */
function SplitBar({ bars }: { bars: readonly Bar[] }) {
  const all = Math.max(1, sumOf(bars));
  return (
    <div className={classes.split} aria-hidden>
      {bars.map(({ key, count, color, dimmed }) => (
        <span key={key} style={{ width: `${(100 * count) / all}%`, background: color, opacity: dimmed ? 0.35 : 1 }} />
      ))}
    </div>
  );
}

/** Two periods are held against each other by bars: their numbers need whole lines. */
function isCompared(bars: readonly Bar[]): boolean {
  return bars.some(({ previous }) => previous !== undefined);
}

/** How the sentiments split, as one bar with its legend; each sentiment is a filter. */
export function MixMultiple(setting: ChartSetting) {
  const { state, bars, notesOf, save, filter } = barsOfRole(setting, "sentiment");
  const title = t("multiples.sentiment");
  return (
    <Multiple
      title={title}
      state={state}
      notesOf={notesOf}
      save={save}
      isQuiet
      aside={(data) => (
        <MoreValues
          {...{ title, filter, bars: pickBars(bars(data), isCompared(bars(data)) ? mostBars : most).hidden }}
          population={data.population.count}
        />
      )}
    >
      {(data) => {
        const all = bars(data);
        const population = data.population.count;
        if (isCompared(all))
          return <ValueBars {...{ title, filter, population }} bars={pickBars(all, mostBars).shown} />;
        return (
          <>
            <SplitBar bars={all} />
            <ul className={classes.legend} aria-label={title}>
              {pickBars(all, most).shown.map((bar) => (
                <ValueLine key={bar.key} {...{ bar, filter, population }} withCount={false} />
              ))}
            </ul>
          </>
        );
      }}
    </Multiple>
  );
}
