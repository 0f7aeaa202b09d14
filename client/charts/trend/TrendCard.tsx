import type { Async } from "../../api/async.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import { Measured } from "../card/Measured.tsx";
import type { ChartSetting } from "../card/setting.ts";
import { Legend } from "../marks/Legend.tsx";
import type { PreviousCharts } from "../previous/use-previous-period.ts";
import { comparedTrend, excludeSentiment, trendChange, trendTitle } from "./compared.ts";
import { trendFigure } from "./figure.ts";
import { prepareTrend, trendNotes } from "./prepare.ts";
import { trendSheet } from "./sheet.ts";
import classes from "./Trend.module.css";
import { TrendChart } from "./TrendChart.tsx";
import { TrendTable } from "./TrendTable.tsx";
import type { Trend } from "./trend.ts";

type TrendStatesProps = {
  state: Async<Trend>;
  zone: string;
  /** The charts of the period before, where the view compares. */
  previous?: PreviousCharts | undefined;
  /** The moment of the view. */
  at?: number | undefined;
  /** The account has no sentiment: known before the trend itself is there. */
  sentimentAbsent: boolean;
  onRange?: ChartSetting["onRange"];
  /** Leaves a sentiment out, by its key in the trend. */
  onExclude?: ((key: string) => void) | undefined;
};

type Needs = Pick<ChartSetting, "breakdowns" | "trend" | "previous" | "pin" | "view" | "onRange" | "onExclude">;

/** The card of the trend, whose sentiments can be left out. */
export function TrendCard(setting: Needs) {
  const { breakdowns, trend, previous, pin, view, onRange } = setting;
  return (
    <TrendStates
      state={trend}
      zone={view.zone}
      previous={previous}
      at={pin.at}
      sentimentAbsent={breakdowns.sentiment.status === "absent"}
      onExclude={excludeSentiment(setting)}
      onRange={onRange}
    />
  );
}

/** Conversations by hour or day, split by sentiment where the account has it. */
function TrendStates({ state, zone, previous, at, sentimentAbsent, onRange, onExclude }: TrendStatesProps) {
  const title = trendTitle(state, sentimentAbsent);
  const range = onRange ? { onRange } : {};
  const prepare = (trend: Trend) => prepareTrend(trend, { previous: comparedTrend(previous, trend), at });
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={(trend) => trendNotes(trend, at)}
      figure={(trend) => trendFigure(prepare(trend), trend)}
      sheet={(trend) => trendSheet(prepare(trend), { zone, population: trend.population })}
      beside={(trend) => trendChange(previous, trend)}
      chart={(trend) => {
        const prepared = prepare(trend);
        return (
          <div className={classes.trend}>
            {(prepared.hasSentiment || prepared.previousTotal !== undefined) && (
              <Legend series={prepared.series} previous={prepared.previousTotal !== undefined} />
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
