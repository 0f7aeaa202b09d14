import classes from "./KeyFigures.module.css";
import type { LinePoint } from "./line.ts";

const width = 64;
const height = 20;
const edge = 2;

/** A line without axes, for its shape alone: dashed to what is partial, which ends it with an open dot. */
export function MiniLine({ points }: { points: readonly LinePoint[] }) {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const drawn = points.map(({ value, open }, place) => ({
    x: (place * width) / (points.length - 1),
    // What never changes lies in the middle.
    y: high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge),
    open,
  }));
  const last = drawn.at(-1);
  return (
    <svg className={classes.line} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {drawn.slice(1).map(({ x, y, open }, place) => {
        const from = drawn[place] ?? { x, y, open };
        return <path key={x} d={`M${from.x},${from.y}L${x},${y}`} data-open={open || from.open || undefined} />;
      })}
      {last?.open && <circle cx={last.x} cy={last.y} r={edge} />}
    </svg>
  );
}
