import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { currentLocale, t } from "../words/words.ts";
import type { Size } from "./Measured.tsx";
import { domainOf, type ExplorePoint } from "./prepare/explore.ts";
import { leaveByArrow } from "./resting-pointer.ts";
import classes from "./Trend.module.css";

type ExploreLineProps = { label: string; points: readonly ExplorePoint[]; size: Size };

/** A measure over time. The line breaks where there is no value: a gap is not zero. */
export function ExploreLine({ label, points, size }: ExploreLineProps) {
  const { min, max } = domainOf(points);
  const rounded = new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: max - min < 10 ? 2 : 0 });
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(size.width / (120 * size.letters)))));
  const byKey = new Map(points.map((point) => [point.key, point]));
  return (
    <div className={classes.chart} onKeyDownCapture={leaveByArrow}>
      <LineChart
        data={points}
        width={size.width}
        height={size.height}
        margin={{ top: 6, right: 8, bottom: 0, left: 0 }}
        aria-label={t("charts.explore.line", { title: label })}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="key"
          interval={0}
          ticks={points.filter((_, place) => place % every === 0).map(({ key }) => key)}
          tickFormatter={(key) => byKey.get(String(key))?.label ?? ""}
          height={18 * size.letters}
          tickLine={false}
          tickSize={0}
          tickMargin={5 * size.letters}
          axisLine={{ stroke: "var(--line)" }}
        />
        <YAxis
          width={(rounded.format(max).length * 7 + 12) * size.letters}
          domain={[min, max]}
          tickCount={4}
          tickFormatter={(value) => rounded.format(Number(value))}
          tickLine={false}
          axisLine={false}
        />
        <Tooltip
          content={({ active, activeIndex }) => {
            const point = active ? points[Number(activeIndex)] : undefined;
            return point ? (
              <div className={classes.tooltip} role="status">
                <p className={classes.tooltipTitle}>{point.label}</p>
                {point.value === undefined ? t("charts.explore.none") : point.exact}
              </div>
            ) : null;
          }}
          cursor={{ stroke: "var(--chart-grid)" }}
          isAnimationActive={false}
        />
        <Line
          dataKey="value"
          stroke="var(--chart-bar)"
          strokeWidth={2}
          dot={points.length < 60 ? { r: 2, fill: "var(--chart-bar)" } : false}
          connectNulls={false}
          isAnimationActive={false}
        />
      </LineChart>
    </div>
  );
}
