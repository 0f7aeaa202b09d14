import { t } from "../words/words.ts";
import classes from "./Explore.module.css";
import { domainOf, type ExplorePoint } from "./prepare/explore.ts";

const lineHeight = 24;

/** How many lines fit, one of them kept for what is not shown. */
export function linesIn(height: number): number {
  return Math.max(2, Math.floor(height / lineHeight));
}

type ExploreBarsProps = {
  label: string;
  points: readonly ExplorePoint[];
  lines: number;
  /** Says that only so many are shown, and in which order. */
  note: (shown: number) => string;
  onMore: () => void;
};

/** A bar from zero for each value, to either side. A value without a measure has none, and says so. */
export function ExploreBars({ label, points, lines, note, onMore }: ExploreBarsProps) {
  const { min, max } = domainOf(points);
  const shown = points.length <= lines ? points : points.slice(0, lines - 1);
  const part = (value: number) => `${(100 * value) / (max - min)}%`;
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {shown.map(({ key, label: name, value, short, exact }) => (
          <li key={key} className={classes.line} title={`${name}: ${exact}`}>
            <span className={classes.label}>{name}</span>
            <span className={classes.track}>
              {value !== undefined && (
                <span
                  className={classes.bar}
                  style={{ insetInlineStart: part(Math.min(0, value) - min), width: part(Math.abs(value)) }}
                />
              )}
            </span>
            <span className={classes.value}>{value === undefined ? t("charts.explore.none") : short}</span>
          </li>
        ))}
      </ul>
      {shown.length < points.length && (
        <button type="button" className={classes.more} onClick={onMore}>
          {note(shown.length)}
        </button>
      )}
    </>
  );
}
