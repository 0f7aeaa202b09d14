import type { CSSProperties } from "react";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import type { Size } from "../card/Measured.tsx";
import classes from "./BarList.module.css";
import { BarRow, ComparedHead, NotSetRow } from "./BarRow.tsx";
import { HorizontalBars } from "./HorizontalBars.tsx";
import { type Bar, fitBars, sumOf } from "./prepare.ts";

/** The height of a bar with its words, at the usual font size. If it were smaller, fingers would miss it. */
const usualLine = 26;

type BarListProps = {
  bars: readonly Bar[];
  /** What a share is a share of. */
  population: number;
  size: Size;
  /** What the bars are, for those who hear them. */
  label: string;
  onToggle: (spellings: readonly string[]) => void;
  onExclude?: ((spellings: readonly string[]) => void) | undefined;
  onMore: () => void;
};

/** Horizontal bars. Each line is one button over its bar, so that pointer and keyboard reach the same thing. */
export function BarList({ bars, population, size, label, onToggle, onExclude, onMore }: BarListProps) {
  const lineHeight = usualLine * size.fontScale;
  const isCompared = bars.some(({ previous }) => previous !== undefined);
  const lines = Math.floor(size.height / lineHeight) - (isCompared ? 1 : 0);
  const { shown, hidden } = fitBars(bars, Math.max(2, lines));
  // As wide as the longest of them, so that they stand under one another.
  const counts = bars.flatMap(({ count, previous }) => [count, previous?.count ?? 0]).map(formatCount);
  const style: CSSProperties & { "--count": string } = {
    "--count": `${Math.max(...counts.map(({ length }) => length), 4)}ch`,
  };
  const list = (
    <div className={classes.list} style={style}>
      <HorizontalBars bars={shown} width={size.width} lineHeight={lineHeight} />
      <ul className={classes.rows} aria-label={label}>
        {shown.map((bar) => (
          <li key={bar.key} className={classes.line}>
            {bar.spellings ? (
              <BarRow
                bar={bar}
                population={population}
                spellings={bar.spellings}
                onToggle={onToggle}
                onExclude={onExclude}
              />
            ) : (
              <NotSetRow bar={bar} population={population} />
            )}
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <button
          type="button"
          className={classes.more}
          title={hidden.map((bar) => `${bar.label}: ${formatCount(bar.count)}`).join("\n")}
          onClick={onMore}
        >
          {t("charts.more", { hidden: hidden.length, count: sumOf(hidden) })}
        </button>
      )}
    </div>
  );
  if (!isCompared) return list;
  return (
    <div className={classes.compared} style={style}>
      <ComparedHead />
      {list}
    </div>
  );
}
