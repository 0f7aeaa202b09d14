import type { XAxisTickContentProps } from "recharts";
import type { Size } from "../card/Measured.tsx";
import { TimeTick } from "./TimeTick.tsx";

/** How an axis of time is drawn, whatever stands above it. `labels` are by the value of each tick. */
export function timeAxis<Value>(labels: ReadonlyMap<Value, string>, size: Size) {
  return {
    interval: 0,
    tick: (tick: XAxisTickContentProps) => (
      <TimeTick {...tick} label={labels.get(tick.payload.value) ?? ""} size={size} />
    ),
    height: 18 * size.fontScale,
    tickLine: false,
    tickSize: 0,
    tickMargin: 5 * size.fontScale,
    axisLine: { stroke: "var(--line)" },
  } as const;
}
