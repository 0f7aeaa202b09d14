import { useElementSize } from "@mantine/hooks";
import type { MouseEvent, PointerEvent } from "react";
import { useRootFontScale } from "../../ui/root-font-scale.ts";
import { t } from "../../words/words.ts";
import { characterWidth, timeTicks } from "../time/ticks.ts";
import type { PreparedTrend } from "../trend/prepare.ts";
import type { Trend } from "../trend/trend.ts";
import type { useBrush } from "../trend/use-brush.ts";
import { layerOf, TrendColumns } from "./TrendColumns.tsx";
import classes from "./trend.module.css";
import type { useReading } from "./use-reading.ts";

type TrendPlotProps = {
  title: string;
  trend: Trend;
  prepared: PreparedTrend;
  brush: ReturnType<typeof useBrush>;
  reading: ReturnType<typeof useReading>;
  onRange: ((fromMs: number, toMs: number) => void) | undefined;
  onExclude: ((key: string) => void) | undefined;
};

/** Stacked columns over time: a click narrows the range to one, a drag to several, Shift leaves a sentiment out. */
export function TrendPlot({ title, trend, prepared, brush, reading, onRange, onExclude }: TrendPlotProps) {
  const { ref, width } = useElementSize();
  const fontScale = useRootFontScale();
  const { rows, grain, hasSentiment } = prepared;
  const ticks = timeTicks(trend, (width || 400) / fontScale);
  const indexOf = ({ clientX, currentTarget }: MouseEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(rows.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * rows.length)));
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const layer = layerOf(event);
    if (event.shiftKey && hasSentiment && onExclude) {
      if (layer !== undefined && !brush.wasDragged()) onExclude(layer);
      return;
    }
    const row = rows[indexOf(event)];
    // A finger that touches a column wants to read it: touch has no hover.
    const { nativeEvent } = event;
    const isTouch = nativeEvent instanceof window.PointerEvent && nativeEvent.pointerType === "touch";
    if (row && !isTouch && !brush.wasDragged()) onRange?.(row.start, row.end);
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
        aria-label={t(`multiples.${grain}`, { title })}
        onKeyDown={reading.onKeyDown}
        onFocus={reading.onFocus}
        onBlur={reading.onBlur}
        onClick={onClick}
        onMouseDown={(event) => brush.onDown(indexOf(event))}
        onMouseUp={brush.onUp}
        onPointerMove={(event: PointerEvent<HTMLElement>) => reading.onPoint(indexOf(event))}
        onPointerLeave={reading.onLeave}
      >
        <TrendColumns prepared={prepared} at={reading.at} selected={brush.selected} />
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
