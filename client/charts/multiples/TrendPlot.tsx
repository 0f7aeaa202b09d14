import { useElementSize } from "@mantine/hooks";
import type { MouseEvent, PointerEvent } from "react";
import { useRootFontScale } from "../../ui/root-font-scale.ts";
import { t } from "../../words/words.ts";
import { characterWidth, timeTicks } from "../time/ticks.ts";
import type { PreparedTrend } from "../trend/prepare.ts";
import type { Trend } from "../trend/trend.ts";
import type { Brush } from "../trend/use-brush.ts";
import { TrendColumns } from "./TrendColumns.tsx";
import classes from "./trend.module.css";
import type { useReading } from "./use-reading.ts";

type TrendPlotProps = {
  title: string;
  trend: Trend;
  prepared: PreparedTrend;
  brush: Brush;
  reading: ReturnType<typeof useReading>;
};

/** Stacked columns over time: a click narrows the range to one, or to a sentiment in it, a drag to several. */
export function TrendPlot({ title, trend, prepared, brush, reading }: TrendPlotProps) {
  const { ref, width } = useElementSize();
  const fontScale = useRootFontScale();
  const { rows, grain, hasSentiment } = prepared;
  const ticks = timeTicks(trend, (width || 400) / fontScale);
  const indexOf = ({ clientX, currentTarget }: MouseEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(rows.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * rows.length)));
  };
  return (
    // Time runs from left to right in every language, as in the large chart.
    <div className={classes.trend} dir="ltr">
      <div
        ref={ref}
        className={classes.plot}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is worked by keys, and must be a stop for them
        tabIndex={0}
        aria-label={`${t(`multiples.${grain}`, { title })}${hasSentiment ? ` ${t("charts.trend.partKeys")}` : ""}`}
        onKeyDown={reading.onKeyDown}
        onFocus={reading.onFocus}
        onBlur={reading.onBlur}
        onClick={(event) => brush.onClick(indexOf(event), event)}
        onMouseDown={(event) => brush.onDown(indexOf(event))}
        onMouseUp={brush.onUp}
        onPointerMove={(event: PointerEvent<HTMLElement>) => reading.onPoint(indexOf(event))}
        onPointerLeave={reading.onLeave}
      >
        <TrendColumns prepared={prepared} at={reading.at} selected={brush.selected} layer={brush.layer?.key} />
      </div>
      <div className={classes.ticks} translate="no" aria-hidden>
        {ticks.map(({ start, label }) => {
          const middle = ((rows.findIndex((row) => row.start === start) + 0.5) / rows.length) * 100;
          const half = (label.length * characterWidth * fontScale) / 2;
          return (
            <span key={start} style={{ left: `clamp(${half}px, ${middle}%, calc(100% - ${half}px))` }}>
              {label}
            </span>
          );
        })}
      </div>
    </div>
  );
}
