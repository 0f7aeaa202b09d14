import type { Async } from "../insights/async.ts";
import type { Trend } from "../insights/trend.ts";
import { t } from "../words/words.ts";
import { ChartCard } from "./ChartCard.tsx";
import { Measured } from "./Measured.tsx";
import { prepareTrend, trendNotes } from "./prepare/trend.ts";
import classes from "./Trend.module.css";
import { TrendChart } from "./TrendChart.tsx";
import { TrendLegend } from "./TrendLegend.tsx";
import { TrendTable } from "./TrendTable.tsx";

type TrendCardProps = {
  state: Async<Trend>;
  zone: string;
  /** The account has no sentiment: known before the trend itself is there. */
  sentimentAbsent: boolean;
  onRange?: (fromMs: number, toMs: number) => void;
};

/** Conversations by hour or day, split by sentiment where the account has it. */
export function TrendCard({ state, zone, sentimentAbsent, onRange }: TrendCardProps) {
  const data = state.status === "ready" ? state.data : undefined;
  // Where nothing matches there is no sentiment either, and yet the account has it.
  const plain = data && data.population.count > 0 ? data.keys.length === 0 : sentimentAbsent;
  const title = t(plain ? "charts.trend.plain" : "charts.trend.split");
  const range = onRange ? { onRange } : {};
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={trendNotes}
      chart={(trend) => {
        const prepared = prepareTrend(trend);
        return (
          <div className={classes.trend}>
            {prepared.hasSentiment && <TrendLegend series={prepared.series} />}
            <div className={classes.plot}>
              <Measured initial={{ width: 440, height: 140 }}>
                {(size) => <TrendChart title={title} trend={trend} prepared={prepared} size={size} {...range} />}
              </Measured>
            </div>
          </div>
        );
      }}
      table={(trend) => (
        <TrendTable title={title} zone={zone} population={trend.population} prepared={prepareTrend(trend)} {...range} />
      )}
    />
  );
}
