import type { Async } from "../../api/async.ts";
import { hasLost } from "../../api/told.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import { Measured } from "../card/Measured.tsx";
import { changeSentence } from "../former/change.ts";
import type { FormerCharts } from "../former/use-former.ts";
import { TrendLegend } from "../marks/Legend.tsx";
import { trendFigure } from "./figure.ts";
import { prepareTrend, trendNotes } from "./prepare.ts";
import { trendSheet } from "./sheet.ts";
import classes from "./Trend.module.css";
import { TrendChart } from "./TrendChart.tsx";
import { TrendTable } from "./TrendTable.tsx";
import type { Trend } from "./trend.ts";

type TrendCardProps = {
  state: Async<Trend>;
  zone: string;
  /** The charts of the period before, where the view compares. */
  former?: FormerCharts | undefined;
  /** The moment of the view. */
  at?: number | undefined;
  /** The account has no sentiment: known before the trend itself is there. */
  sentimentAbsent: boolean;
  onRange?: (fromMs: number, toMs: number) => void;
  /** Leaves a sentiment out, by its key in the trend. */
  onExclude?: ((key: string) => void) | undefined;
};

/** Conversations by hour or day, split by sentiment where the account has it. */
export function TrendCard({ state, zone, former, at, sentimentAbsent, onRange, onExclude }: TrendCardProps) {
  const data = state.status === "ready" ? state.data : undefined;
  const plain = data ? data.keys.length === 0 : sentimentAbsent;
  const title = t(plain ? "charts.trend.plain" : "charts.trend.split");
  const range = onRange ? { onRange } : {};
  const before = former?.trend && { trend: former.trend, period: former.period };
  /** What a trend is compared with: of figures that lack something, a change would be of what they lack. */
  const comparedOf = (trend: Trend) => (before && ![before.trend, trend].some(hasLost) ? before : undefined);
  const prepare = (trend: Trend) => prepareTrend(trend, { former: comparedOf(trend), at });
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={(trend) => trendNotes(trend, at)}
      figure={(trend) => trendFigure(prepare(trend))}
      sheet={(trend) => trendSheet(prepare(trend), { zone, population: trend.population })}
      beside={(trend) => {
        if (!before || trend.population.kind !== "all") return undefined;
        if (!comparedOf(trend)) return t("charts.former.unknown");
        return changeSentence(trend.population.count, before.trend.population.count, before.period);
      }}
      chart={(trend) => {
        const prepared = prepare(trend);
        return (
          <div className={classes.trend}>
            {(prepared.hasSentiment || prepared.formerTotal !== undefined) && (
              <TrendLegend series={prepared.series} former={prepared.formerTotal !== undefined} />
            )}
            <div className={classes.plot}>
              <Measured initial={{ width: 440, height: 140 }}>
                {(size) => <TrendChart {...{ title, trend, prepared, size, onExclude }} {...range} />}
              </Measured>
            </div>
          </div>
        );
      }}
      table={(trend) => (
        <TrendTable title={title} zone={zone} population={trend.population} prepared={prepare(trend)} {...range} />
      )}
    />
  );
}
