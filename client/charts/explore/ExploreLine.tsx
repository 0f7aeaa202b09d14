import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import type { Grain } from "../../../contract/field-words.ts";
import { numbersLocale } from "../../browser/region.ts";
import { currentLocale, t } from "../../words/words.ts";
import type { Size } from "../card/Measured.tsx";
import { BucketNotes } from "../time/BucketNotes.tsx";
import { leaveByArrow } from "../time/resting-pointer.ts";
import { characterWidth } from "../time/ticks.ts";
import classes from "../time/time.module.css";
import { timeAxis } from "../time/time-axis.tsx";
import { tooltipPlace } from "../time/tooltip-place.ts";
import { lineParts } from "./line-parts.ts";
import { domainOf, type ExplorePoint } from "./prepare.ts";

type ExploreLineProps = { label: string; points: readonly ExplorePoint[]; grain: Grain; size: Size };

/**
 * A measure over time. The line breaks where there is no value: a gap is not zero. Dashes lead to what is not whole or may
 * still grow, which else would look like a fall.
 */
export function ExploreLine({ label, points, grain, size }: ExploreLineProps) {
  const { min, max } = domainOf(points);
  const rounded = new Intl.NumberFormat(numbersLocale(currentLocale()), {
    maximumFractionDigits: max - min < 10 ? 2 : 0,
  });
  const longest = points.reduce((most, point) => Math.max(most, point.label.length), 0);
  // Half a label more than one takes: the last one moves inwards by that much, and must not meet the one before.
  const room = Math.max(120, 1.5 * longest * characterWidth) * size.fontScale;
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(size.width / room))));
  const labels = new Map(points.map((point) => [point.key, point.label]));
  const axisWidth = (rounded.format(max).length * 7 + 12) * size.fontScale;
  const drawn = { width: size.width, axis: axisWidth, buckets: points.length };
  const hasDots = points.length < 60;
  return (
    <div className={classes.chart} translate="no" onKeyDownCapture={leaveByArrow}>
      <LineChart
        data={lineParts(points)}
        width={size.width}
        height={size.height}
        margin={{ top: 6, right: 8, bottom: 0, left: 0 }}
        aria-label={t("charts.explore.line", { title: label })}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="key"
          ticks={points.filter((_, place) => place % every === 0).map(({ key }) => key)}
          {...timeAxis(labels, size)}
        />
        <YAxis
          width={axisWidth}
          domain={[min, max]}
          tickCount={4}
          tickFormatter={(value) => rounded.format(Number(value))}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          content={({ active, activeIndex, coordinate }) => {
            const point = active ? points[Number(activeIndex)] : undefined;
            return point ? (
              <div
                className={classes.tooltip}
                role="status"
                translate="yes"
                style={tooltipPlace(coordinate?.x ?? 0, drawn)}
              >
                <p className={classes.tooltipTitle}>{point.label}</p>
                <BucketNotes state={point} grain={grain} />
                {point.value === undefined ? t("charts.explore.none") : point.exact}
              </div>
            ) : null;
          }}
          position={{ x: 0 }}
          cursor={{ stroke: "var(--chart-grid)" }}
          isAnimationActive={false}
        />
        <Line
          dataKey="dashed"
          className="unfinished"
          stroke="var(--chart-bar)"
          strokeWidth={2}
          strokeDasharray="4 3"
          dot={hasDots ? { r: 2, fill: "var(--surface)", strokeDasharray: "0" } : false}
          connectNulls={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="solid"
          stroke="var(--chart-bar)"
          strokeWidth={2}
          dot={hasDots ? { r: 2, fill: "var(--chart-bar)" } : false}
          connectNulls={false}
          isAnimationActive={false}
        />
      </LineChart>
    </div>
  );
}
