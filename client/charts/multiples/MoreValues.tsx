import { Popover } from "@mantine/core";
import { dropDown } from "../../ui/drop-down.ts";
import { t } from "../../words/words.ts";
import { type Bar, sumOf } from "../breakdown/prepare.ts";
import type { BarFilter } from "./bars-of-role.ts";
import { ValueLine } from "./ValueLine.tsx";
import classes from "./values.module.css";

type MoreValuesProps = { title: string; bars: readonly Bar[]; population: number; filter: BarFilter };

/** How many values are not drawn; pressed, it shows them, each a filter like those that are. */
export function MoreValues({ title, bars, population, filter }: MoreValuesProps) {
  if (bars.length === 0) return null;
  const name = t("charts.more", { hidden: bars.length, count: sumOf(bars) });
  return (
    <Popover width={280} {...dropDown} position="bottom-end">
      <Popover.Target>
        <button
          type="button"
          className={classes.more}
          title={name}
          aria-label={t("multiples.moreOf", { title, count: bars.length })}
        >
          {t("multiples.more", { count: bars.length })}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.allValues ?? ""} aria-label={title}>
        <ul className={classes.bars} aria-label={title}>
          {bars.map((bar) => (
            <ValueLine key={bar.key} {...{ bar, population, filter }} withCount />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
