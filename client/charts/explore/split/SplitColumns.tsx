import { Bar, BarChart, type BarShapeProps, CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import type { Grain } from "../../../../contract/field-words.ts";
import { t } from "../../../words/words.ts";
import type { Size } from "../../card/Measured.tsx";
import { BucketNotes } from "../../time/BucketNotes.tsx";
import { leaveByArrow } from "../../time/resting-pointer.ts";
import { characterWidth } from "../../time/ticks.ts";
import classes from "../../time/time.module.css";
import { timeAxis } from "../../time/time-axis.tsx";
import { tooltipPlace } from "../../time/tooltip-place.ts";
import type { PreparedSplit, SplitBar } from "./prepare.ts";
import own from "./Split.module.css";
import { Sign } from "./SplitLegend.tsx";
import { scaleOf } from "./scale.ts";

type SplitColumnsProps = { label: string; prepared: PreparedSplit; grain: Grain; size: Size };

/** A column for each stretch of time, cut by a second dimension; figures that do not add up are lines beside each other. */
export function SplitColumns({ label, prepared, grain, size }: SplitColumnsProps) {
  const { bars, marks, look } = prepared;
  const { min, max, ticks } = scaleOf(prepared);
  const longest = bars.reduce((most, bar) => Math.max(most, bar.label.length), 0);
  const room = Math.max(120, 1.5 * longest * characterWidth) * size.fontScale;
  const every = Math.max(1, Math.ceil(bars.length / Math.max(2, Math.floor(size.width / room))));
  const labels = new Map(bars.map((bar) => [bar.key, bar.label]));
  const tickLabels = new Map(ticks.map((tick) => [tick.value, tick.label]));
  const axis = (Math.max(...ticks.map((tick) => tick.label.length)) * 7 + 12) * size.fontScale;
  const drawn = { width: size.width, axis, buckets: bars.length };
  const figureAt = (place: number) => (bar: SplitBar) => {
    const part = bar.parts[place];
    return look === "share" ? (part?.tenths ?? 0) / 10 : part?.value;
  };
  const frame = {
    data: [...bars],
    width: size.width,
    height: size.height,
    margin: { top: 6, right: 8, bottom: 0, left: 0 },
    "aria-label": t("charts.explore.columns", { title: label }),
  };
  const around = [
    <CartesianGrid key="grid" vertical={false} stroke="var(--chart-grid)" />,
    <XAxis
      key="x"
      dataKey="key"
      ticks={bars.filter((_, place) => place % every === 0).map(({ key }) => key)}
      {...timeAxis(labels, size)}
    />,
    <YAxis
      key="y"
      width={axis}
      domain={[min, max]}
      ticks={ticks.map(({ value }) => value)}
      tickFormatter={(value) => tickLabels.get(Number(value)) ?? ""}
      tickLine={false}
      axisLine={false}
    />,
    <Tooltip
      key="tip"
      content={({ active, activeIndex, coordinate }) => {
        const bar = active ? bars[Number(activeIndex)] : undefined;
        return bar ? (
          <div
            className={`${classes.tooltip} ${own.tip}`}
            role="status"
            translate="yes"
            style={{ ...tooltipPlace(coordinate?.x ?? 0, drawn), maxWidth: "12.5rem" }}
          >
            <p className={classes.tooltipTitle}>{bar.label}</p>
            <BucketNotes state={bar} grain={grain} />
            <Figures bar={bar} look={look} />
          </div>
        ) : null;
      }}
      position={{ x: 0 }}
      cursor={look === "side" ? { stroke: "var(--chart-grid)" } : { fill: "var(--chart-cursor)" }}
      isAnimationActive={false}
    />,
  ];
  return (
    <div className={classes.chart} translate="no" onKeyDownCapture={leaveByArrow}>
      {look === "side" ? (
        <LineChart {...frame}>
          {around}
          {marks.map((mark, place) => (
            <Line
              key={mark.key}
              dataKey={figureAt(place)}
              stroke={mark.color}
              strokeWidth={2}
              dot={bars.length < 60 ? { r: 2, fill: mark.color } : false}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      ) : (
        <BarChart {...frame} barCategoryGap="12%">
          {around}
          {marks.map((mark, place) => (
            <Bar
              key={mark.key}
              dataKey={figureAt(place)}
              stackId="all"
              fill={mark.color}
              shape={(props: BarShapeProps) => <Column {...props} bar={bars[props.index]} color={mark.color} />}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      )}
    </div>
  );
}

/** What is not whole or may still grow is paler, as it says in the tooltip and beneath. */
function Column({ x, y, width, height, bar, color }: BarShapeProps & { bar: SplitBar | undefined; color: string }) {
  const isOpen = bar?.partial || bar?.fresh;
  return (
    <rect
      x={x}
      y={y}
      width={Math.max(0, width)}
      height={Math.max(0, height)}
      fill={color}
      fillOpacity={isOpen ? 0.5 : 1}
    />
  );
}

function Figures({ bar, look }: { bar: SplitBar; look: PreparedSplit["look"] }) {
  const some = bar.parts.filter(({ value }) => value !== undefined && value !== 0);
  return (
    <dl>
      {some.map(({ mark, short, share }) => [
        <dd key={`${mark.key} sign`}>
          <Sign mark={mark} />
        </dd>,
        <dt key={mark.key}>{mark.label}</dt>,
        <dd key={`${mark.key} value`}>{look === "share" ? `${short} (${share})` : short}</dd>,
      ])}
    </dl>
  );
}
