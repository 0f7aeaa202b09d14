import { formatCount } from "../../../format/numbers.ts";
import { t } from "../../../words/words.ts";
import { MoreButton } from "../../marks/MoreButton.tsx";
import { ValueButton } from "../../marks/ValueButton.tsx";
import { buttonFor } from "../value-button.ts";
import type { ValueFilter } from "../value-filter.ts";
import { type PreparedSplit, partTitle, type SplitBar, type SplitPart } from "./prepare.ts";
import classes from "./Split.module.css";
import { SplitLegend } from "./SplitLegend.tsx";
import { scaleOf } from "./scale.ts";

const lineHeight = 24;
const legendHeight = 26;
const besideHeight = 18;
/** What bars have of the width, and what a character of a figure takes, in pixels at the usual font size. */
const barRoom = (width: number) => Math.max(40, width - Math.min(0.24 * width, 176) - 64);
const characterWidth = 6.5;

type SplitBarsProps = {
  label: string;
  prepared: PreparedSplit;
  /** In pixels at the usual font size. */
  width: number;
  height: number;
  /** Undefined where a dimension cannot be filtered by. */
  filter: ValueFilter | undefined;
  splitFilter: ValueFilter | undefined;
  onMore: () => void;
};

/** A bar for each value, cut by a second dimension: as long as its figures, as a whole, or one beside another. */
export function SplitBars({ label, prepared, width, height, filter, splitFilter, onMore }: SplitBarsProps) {
  const { bars, look, marks } = prepared;
  const each = look === "side" ? Math.max(lineHeight, marks.length * besideHeight + 6) : lineHeight;
  const fit = Math.max(1, Math.floor((height - legendHeight) / each));
  const shown =
    bars.length <= fit ? bars : bars.slice(0, Math.max(1, Math.floor((height - legendHeight - lineHeight) / each)));
  const { max } = scaleOf(prepared);
  const hidden = bars.length - shown.length;
  return (
    <div className={classes.fill}>
      <SplitLegend marks={marks} filter={splitFilter} />
      <ul className={classes.list} aria-label={label}>
        {shown.map((bar) => (
          <li key={bar.key} className={classes.line}>
            <Group bar={bar} filter={filter} />
            <span className={classes.bars}>
              {look === "side" ? (
                <Beside bar={bar} max={max} />
              ) : (
                <span
                  className={classes.stack}
                  style={{ width: look === "share" ? "100%" : `${(100 * sumOf(bar)) / max}%` }}
                >
                  {bar.parts.map((part) => (
                    <Part
                      key={part.mark.key}
                      bar={bar}
                      part={part}
                      prepared={prepared}
                      room={barRoom(width) * (look === "share" ? 1 : sumOf(bar) / max)}
                    />
                  ))}
                </span>
              )}
            </span>
            {bar.total !== undefined && <span className={classes.total}>{formatCount(bar.total)}</span>}
          </li>
        ))}
      </ul>
      {hidden > 0 && <MoreButton onMore={onMore}>{t("charts.explore.andMore", { count: hidden })}</MoreButton>}
    </div>
  );
}

function sumOf({ parts }: SplitBar): number {
  return parts.reduce((sum, { value = 0 }) => sum + Math.max(0, value), 0);
}

function Group({ bar, filter }: { bar: SplitBar; filter: ValueFilter | undefined }) {
  const { label } = bar;
  const press = buttonFor(bar, filter);
  if (!press)
    return (
      <span className={classes.group} title={label} translate="no">
        {label}
      </span>
    );
  return (
    <ValueButton className={classes.group} {...press} dimmed={false}>
      <span translate="no">{label}</span>
    </ValueButton>
  );
}

type PartProps = { bar: SplitBar; part: SplitPart; prepared: PreparedSplit; room: number };

function Part({ bar, part, prepared: { look }, room }: PartProps) {
  const { value = 0, tenths, mark, share, short } = part;
  if (value <= 0) return null;
  const wide = (room * tenths) / 1000;
  const text = `${mark.shape} ${look === "share" ? share : short}`;
  const title = partTitle(bar, part, look);
  return (
    <span
      className={classes.part}
      style={{ flex: `${value} 1 0`, backgroundColor: mark.color }}
      data-unset={mark.isUnset}
      title={title}
      role="img"
      aria-label={title}
    >
      {wide >= characterWidth * (text.length + 1)
        ? text
        : wide >= characterWidth * (mark.shape.length + 1)
          ? mark.shape
          : null}
    </span>
  );
}

/** The bars of figures that do not add up, each from zero. */
function Beside({ bar, max }: { bar: SplitBar; max: number }) {
  return bar.parts.map((part) => {
    const { mark, value, short } = part;
    const title = partTitle(bar, part, "side");
    return (
      <span key={mark.key} className={classes.beside} title={title} role="img" aria-label={title}>
        <span
          className={classes.part}
          style={{ width: `${(75 * Math.max(0, value ?? 0)) / max}%`, backgroundColor: mark.color }}
          data-unset={mark.isUnset}
        >
          {mark.shape}
        </span>
        {value === undefined ? t("charts.explore.none") : short}
      </span>
    );
  });
}
