import type { ReactNode } from "react";
import { t } from "../../words/words.ts";
import { MoreButton } from "../marks/MoreButton.tsx";
import { ValueButton } from "../marks/ValueButton.tsx";
import classes from "./Explore.module.css";
import { domainOf, type ExplorePoint } from "./prepare.ts";
import { buttonOf, titleOf } from "./value-button.ts";
import type { ValueFilter } from "./value-filter.ts";

const lineHeight = 24;

/** How many lines fit, one of them kept for what is not shown. */
export function linesIn(height: number): number {
  return Math.max(2, Math.floor(height / lineHeight));
}

type ExploreBarsProps = {
  label: string;
  points: readonly ExplorePoint[];
  lines: number;
  /** Says that only `shown` of them are shown, and in which order. */
  note: (shown: number) => string;
  /** Undefined where the dimension cannot be filtered by. */
  filter: ValueFilter | undefined;
  onMore: () => void;
};

/** A bar from zero for each value, to either side. A value without a measure has none, and says so. */
export function ExploreBars({ label, points, lines, note, filter, onMore }: ExploreBarsProps) {
  const { min, max } = domainOf(points);
  const shown = points.length <= lines ? points : points.slice(0, lines - 1);
  const part = (value: number) => `${(100 * value) / (max - min)}%`;
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {shown.map((point) => (
          <li key={point.key} title={titleOf(point)}>
            <Line point={point} filter={filter}>
              <span className={classes.label} translate="no">
                {point.label}
              </span>
              <span className={classes.track}>
                {point.value !== undefined && (
                  <span
                    className={classes.bar}
                    style={{
                      insetInlineStart: part(Math.min(0, point.value) - min),
                      width: part(Math.abs(point.value)),
                    }}
                  />
                )}
              </span>
              <span className={classes.value}>
                {point.value === undefined ? t("charts.explore.none") : point.short}
              </span>
            </Line>
          </li>
        ))}
      </ul>
      {shown.length < points.length && <MoreButton onMore={onMore}>{note(shown.length)}</MoreButton>}
    </>
  );
}

type LineProps = Pick<ExploreBarsProps, "filter"> & { point: ExplorePoint; children: ReactNode };

/** A value with its bar, as the button that filters by it where that can be asked for. */
function Line({ point, filter, children }: LineProps) {
  const press = buttonOf(point, filter);
  if (!press) return <div className={classes.line}>{children}</div>;
  return (
    <ValueButton className={classes.line} {...press}>
      {children}
    </ValueButton>
  );
}
