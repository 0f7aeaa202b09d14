import { Measured } from "../card/Measured.tsx";
import { Legend } from "../marks/Legend.tsx";
import { Marked } from "./Marked.tsx";
import type { TakePart } from "./part.ts";
import type { PreparedTrend } from "./prepare.ts";
import classes from "./Trend.module.css";
import { TrendChart } from "./TrendChart.tsx";
import type { Trend } from "./trend.ts";
import { useBrush } from "./use-brush.ts";

type TrendDrawingProps = {
  title: string;
  trend: Trend;
  prepared: PreparedTrend;
  onRange?: ((fromMs: number, toMs: number) => void) | undefined;
  onPart?: TakePart | undefined;
};

/** The trend with its legend, and with what is marked in it in the head of the card. */
export function TrendDrawing({ title, trend, prepared, onRange, onPart }: TrendDrawingProps) {
  const brush = useBrush(prepared, onRange, onPart);
  const isCompared = prepared.previousTotal !== undefined;
  return (
    <div className={classes.trend}>
      {brush.selected && <Marked className={classes.marked} prepared={prepared} selected={brush.selected} />}
      {(prepared.hasSentiment || isCompared) && <Legend series={prepared.series} previous={isCompared} />}
      <div className={classes.plot}>
        <Measured initial={{ width: 440, height: 140 }}>
          {(size) => <TrendChart {...{ title, trend, prepared, size, brush }} isPressable={onRange !== undefined} />}
        </Measured>
      </div>
    </div>
  );
}
