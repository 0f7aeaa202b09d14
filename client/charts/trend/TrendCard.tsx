import { useMediaQuery } from "@mantine/hooks";
import type { Async } from "../../api/async.ts";
import { t } from "../../words/words.ts";
import { ChartCard } from "../card/ChartCard.tsx";
import type { ChartSetting } from "../card/setting.ts";
import type { PreviousCharts } from "../previous/use-previous-period.ts";
import { comparedTrend, trendChange, trendTitle } from "./compared.ts";
import { trendFigure } from "./figure.ts";
import { partTaker, type TakePart } from "./part.ts";
import { prepareTrend, trendNotes } from "./prepare.ts";
import { trendSheet } from "./sheet.ts";
import { TrendDrawing } from "./TrendDrawing.tsx";
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
  onPart?: TakePart | undefined;
};

type Needs = Pick<ChartSetting, "breakdowns" | "trend" | "previous" | "pin" | "view" | "onRange" | "onPart">;

/** The card of the trend, whose sentiments can be taken or left out on a day. */
export function TrendCard(setting: Needs) {
  const { breakdowns, trend, previous, pin, view, onRange } = setting;
  return (
    <TrendStates
      state={trend}
      zone={view.zone}
      previous={previous}
      at={pin.at}
      sentimentAbsent={breakdowns.sentiment.status === "absent"}
      onPart={partTaker(setting)}
      onRange={onRange}
    />
  );
}

/** Conversations by hour or day, split by sentiment where the account has it. */
function TrendStates({ state, zone, previous, at, sentimentAbsent, onRange, onPart }: TrendStatesProps) {
  // A finger reads and does not click.
  const canHover = useMediaQuery("(hover: hover)", true, { getInitialValueInEffect: false });
  const title = trendTitle(state, sentimentAbsent);
  const range = onRange ? { onRange } : {};
  const prepare = (trend: Trend) => prepareTrend(trend, { previous: comparedTrend(previous, trend), at });
  return (
    <ChartCard
      title={title}
      state={state}
      notesOf={(trend, view) => [
        ...trendNotes(trend, at),
        ...(view === "chart" && onPart && trend.keys.length > 0 && canHover
          ? [t(`charts.trend.${trend.grain}.hint`)]
          : []),
      ]}
      figure={(trend) => trendFigure(prepare(trend), trend)}
      sheet={(trend) => trendSheet(prepare(trend), { zone, population: trend.population })}
      beside={(trend) => trendChange(previous, trend)}
      chart={(trend) => <TrendDrawing {...{ title, trend, onRange, onPart }} prepared={prepare(trend)} />}
      table={(trend) => (
        <TrendTable title={title} zone={zone} population={trend.population} prepared={prepare(trend)} {...range} />
      )}
    />
  );
}
