import type { Size } from "../card/Measured.tsx";
import { characterWidth } from "./ticks.ts";
import classes from "./time.module.css";

type TimeTickProps = { x: string | number; y: string | number; label: string; size: Size };

/** A label under its bucket; one at the edge moves inwards, where it would be cut off. */
export function TimeTick({ x, y, label, size }: TimeTickProps) {
  const half = (label.length * characterWidth * size.fontScale) / 2;
  return (
    <text
      className={classes.tick}
      x={Math.max(half, Math.min(Number(x), size.width - half))}
      y={Number(y)}
      dy="0.71em"
      textAnchor="middle"
    >
      {label}
    </text>
  );
}
