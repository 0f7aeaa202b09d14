import { BarChart, Bar as BarLayer, type BarShapeProps, Rectangle, XAxis, YAxis } from "recharts";
import classes from "./BarList.module.css";
import { type Bar, longestOf } from "./prepare.ts";

const barHeight = 5;

type HorizontalBarsProps = { bars: readonly Bar[]; width: number; lineHeight: number };

/**
 * The bars alone, from zero to the longest, one at the foot of each line. Words and clicks belong to the list over
 * which they are laid, so readers that listen skip them.
 */
export function HorizontalBars({ bars, width, lineHeight }: HorizontalBarsProps) {
  const longest = longestOf(bars);
  const drawBar = (props: BarShapeProps) => {
    const bar = bars[props.index];
    if (!bar) return null;
    const y = props.index * lineHeight + lineHeight - barHeight - 3;
    const { x, width: length } = props;
    const mark = bar.previous === undefined ? undefined : Math.min(width - 1, (bar.previous.count / longest) * width);
    return (
      <>
        <Rectangle
          x={x}
          y={y}
          width={length}
          height={barHeight}
          radius={Math.min(2, length / 2)}
          fill={bar.color}
          fillOpacity={bar.dimmed ? 0.35 : 1}
        />
        {mark !== undefined && <PreviousMark at={mark} y={y} />}
      </>
    );
  };
  return (
    <div className={classes.bars} aria-hidden>
      <BarChart
        layout="vertical"
        data={bars}
        width={width}
        height={bars.length * lineHeight}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis type="number" domain={[0, longest]} hide />
        <YAxis type="category" dataKey="key" hide />
        <BarLayer
          dataKey="count"
          shape={drawBar}
          // A count that is not zero is never drawn as nothing.
          minPointSize={(count) => (typeof count === "number" && count > 0 ? 2 : 0)}
          isAnimationActive={false}
        />
      </BarChart>
    </div>
  );
}

/** Where the bar ended in the period before: a line across it, kept apart from the bar by an edge of the card's colour. */
function PreviousMark({ at, y }: { at: number; y: number }) {
  return (
    <g className="previous">
      <rect x={at - 2} y={y - 2} width={4} height={barHeight + 4} fill="var(--surface)" />
      <rect x={at - 1} y={y - 2} width={2} height={barHeight + 4} fill="var(--mantine-color-text)" />
    </g>
  );
}
