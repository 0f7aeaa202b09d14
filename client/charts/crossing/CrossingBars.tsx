import { formatCount, formatShare } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import { Legend } from "../marks/Legend.tsx";
import { MoreButton } from "../marks/MoreButton.tsx";
import classes from "./Crossing.module.css";
import type { ChooseBoth, CrossingBar, PreparedCrossing, Segment } from "./prepare.ts";

const lineHeight = 24;
const legendHeight = 20;

type CrossingBarsProps = {
  onBoth: ChooseBoth;

  prepared: PreparedCrossing;
  /** In pixels at the usual font size. */
  height: number;
  label: string;
  onMore: () => void;
};

/** A whole bar for each channel. Each segment is a button that filters by channel and sentiment. */
export function CrossingBars({ prepared, height, label, onBoth, onMore }: CrossingBarsProps) {
  const { marks, bars } = prepared;
  const lines = Math.max(2, Math.floor((height - legendHeight) / lineHeight));
  const shown = bars.length <= lines ? bars : bars.slice(0, lines - 1);
  const hidden = bars.slice(shown.length);
  return (
    <>
      <Legend series={marks} />
      <ul className={classes.list} aria-label={label}>
        {shown.map((bar) => (
          <li key={bar.key} className={classes.line}>
            <span className={classes.label} title={bar.label} translate="no">
              {bar.label}
            </span>
            <span className={classes.bar}>
              {bar.segments.map((segment) => (
                <Part key={segment.key} bar={bar} segment={segment} onBoth={onBoth} />
              ))}
            </span>
            <span className={classes.total}>{formatCount(bar.total)}</span>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <MoreButton onMore={onMore}>
          {t("charts.more", { hidden: hidden.length, count: hidden.reduce((sum, { total }) => sum + total, 0) })}
        </MoreButton>
      )}
    </>
  );
}

type PartProps = { onBoth: ChooseBoth; bar: CrossingBar; segment: Segment };

function Part({ bar, segment, onBoth }: PartProps) {
  const { count, part, color, shape, spellings } = segment;
  if (count === 0) return null;
  const name = t("charts.crossing.part", {
    channel: bar.label,
    sentiment: segment.label,
    count,
    share: formatShare(count, bar.total),
  });
  const look = { flexGrow: part, backgroundColor: color };
  const content = (
    <span className={classes.shape} aria-hidden>
      {part > 0.06 && shape}
    </span>
  );
  if (!spellings)
    return (
      <span className={classes.part} style={look} title={name} role="img" aria-label={name}>
        {content}
      </span>
    );
  return (
    <button
      type="button"
      className={classes.part}
      style={look}
      title={name}
      aria-label={name}
      onClick={() => onBoth(bar.spellings, spellings)}
    >
      {content}
    </button>
  );
}
