import { useId } from "react";
import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  Line,
  type MouseHandlerDataParam,
  Rectangle,
  ReferenceArea,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import type { Size } from "../card/Measured.tsx";
import { characterWidth, timeTicks } from "../time/ticks.ts";
import classes from "../time/time.module.css";
import { timeAxis } from "../time/time-axis.tsx";
import { tooltipPlace } from "../time/tooltip-place.ts";
import { Hatches, hatchId } from "./Hatches.tsx";
import type { PreparedTrend, Series, TrendRow } from "./prepare.ts";
import { TrendTooltip } from "./TrendTooltip.tsx";
import type { Trend } from "./trend.ts";
import type { Brush } from "./use-brush.ts";

type TrendChartProps = {
  title: string;
  trend: Trend;
  prepared: PreparedTrend;
  size: Size;
  brush: Brush;
  /** Whether its bars can be pressed. */
  isPressable: boolean;
};

/** Stacked bars over time. The arrow keys walk through the buckets; the table has a button for each. */
export function TrendChart({ title, trend, prepared, size, brush, isPressable }: TrendChartProps) {
  const id = useId();
  const { series, rows, scale, grain, hasSentiment, previousTotal } = prepared;
  const axisWidth = (formatCount(scale.max).length * characterWidth + 10) * size.fontScale;
  const drawn = { width: size.width, axis: axisWidth, buckets: rows.length };
  const ticks = timeTicks(trend, (size.width - axisWidth) / size.fontScale);
  const labels = new Map(ticks.map((tick) => [tick.start, tick.label]));

  return (
    // Translators put pieces into its numbers and times that no drawing shows.
    <div className={classes.chart} translate="no" onKeyDownCapture={brush.onKey}>
      <ComposedChart
        data={rows}
        width={size.width}
        height={size.height}
        margin={{ top: 6, right: 0, bottom: 0, left: 0 }}
        barCategoryGap={gapOf((size.width - axisWidth) / rows.length)}
        aria-label={`${t(`charts.trend.${grain}.chart`, { title })}${isPressable ? ` ${t("charts.trend.keys")}${hasSentiment ? ` ${t("charts.trend.partKeys")}` : ""}` : ""}`}
        {...(isPressable
          ? {
              cursor: "pointer",
              onClick: (state, event) => brush.onClick(bucketOf(state), event),
              onMouseDown: (state) => brush.onDown(bucketOf(state)),
              onMouseEnter: (state) => brush.onMove(bucketOf(state)),
              onMouseMove: (state) => brush.onMove(bucketOf(state)),
              onMouseUp: brush.onUp,
              onMouseLeave: brush.onLeave,
            }
          : {})}
      >
        <Hatches id={id} series={series} />
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis dataKey="start" ticks={ticks.map((tick) => tick.start)} {...timeAxis(labels, size)} />
        <YAxis
          width={axisWidth}
          domain={[0, scale.max]}
          ticks={[...scale.ticks]}
          interval={0}
          tickFormatter={formatCount}
          tickLine={false}
          tickMargin={4}
          axisLine={false}
        />
        <Tooltip
          content={({ active, activeIndex, coordinate }) => {
            // It would cover what is being selected, which the head of the card counts.
            const row = active && !brush.selected ? rows[Number(activeIndex)] : undefined;
            return row ? (
              <TrendTooltip
                row={row}
                series={series}
                grain={grain}
                place={tooltipPlace(coordinate?.x ?? 0, drawn)}
                layer={brush.layer}
              />
            ) : null;
          }}
          cursor={{ fill: "var(--chart-cursor)" }}
          // Over the legend and not under the pointer: in a low card it would leave the card, and be cut off on a phone.
          position={{ x: 0, y: (hasSentiment ? -60 : -20) * size.fontScale }}
          allowEscapeViewBox={{ x: false, y: true }}
          isAnimationActive={false}
          wrapperStyle={{ zIndex: 20 }}
        />
        {series.map((layer, index) => (
          <Bar
            key={layer.key}
            name={layer.label}
            dataKey={(row: TrendRow) => row.counts[index] ?? 0}
            stackId="all"
            isAnimationActive={false}
            shape={(props: BarShapeProps) => (
              <Segment {...props} rows={rows} layer={layer} hatch={hatchId(id, index)} />
            )}
          />
        ))}
        {previousTotal !== undefined && (
          <Line
            dataKey="previous"
            className="previous"
            stroke="var(--mantine-color-text)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            dot={rows.length < 40 ? { r: 1.5, fill: "var(--mantine-color-text)", strokeDasharray: "0" } : false}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
        )}
        {brush.selected && (
          <ReferenceArea
            {...(brush.selected.from === undefined ? {} : { x1: brush.selected.from })}
            {...(brush.selected.to === undefined ? {} : { x2: brush.selected.to })}
            fill="var(--mantine-primary-color-filled)"
            fillOpacity={0.18}
            stroke="var(--mantine-primary-color-filled)"
          />
        )}
      </ComposedChart>
    </div>
  );
}

/** The bucket that an event is over; NaN beside them. */
function bucketOf({ activeTooltipIndex }: MouseHandlerDataParam): number {
  return Number(activeTooltipIndex ?? Number.NaN);
}

/** The gap around each bar of this width in pixels: none where it would leave only hairlines. */
function gapOf(band: number): number | string {
  if (band < 4) return 0;
  return band < 8 ? 0.5 : "18%";
}

type SegmentProps = BarShapeProps & { rows: readonly TrendRow[]; layer: Series; hatch: string };

/** One layer of one bucket; hatched where the bucket is not whole or may still grow. */
function Segment({ x, y, width, height, index, rows, layer, hatch }: SegmentProps) {
  if (height <= 0) return null;
  const fill = rows[index]?.partial || rows[index]?.fresh ? `url(#${hatch})` : layer.color;
  // A hairline between layers keeps neighbours apart for those who cannot tell their colours.
  const gap = height > 3 ? 1 : 0;
  return (
    <g data-layer={layer.key} data-bucket={index}>
      <Rectangle x={x} y={y + gap} width={width} height={height - gap} fill={fill} />
    </g>
  );
}
