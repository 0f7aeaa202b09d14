import type { Async } from "../../api/async.ts";
import { hasLost } from "../../api/told.ts";
import { t } from "../../words/words.ts";
import { changeSentence } from "../previous/change.ts";
import type { PreviousPeriod } from "../previous/previous-period.ts";
import type { PreviousCharts } from "../previous/use-previous-period.ts";
import type { Trend } from "./trend.ts";

/** What a trend is compared with: of figures that lack something, a change would be of what they lack. */
export function comparedTrend(
  previous: PreviousCharts | undefined,
  trend: Trend,
): { trend: Trend; period: PreviousPeriod } | undefined {
  if (!previous?.trend || [previous.trend, trend].some(hasLost)) return undefined;
  return { trend: previous.trend, period: previous.period };
}

/** How the conversations of a trend changed, in words; undefined where nothing is compared. */
export function trendChange(previous: PreviousCharts | undefined, trend: Trend): string | undefined {
  if (!previous?.trend || trend.population.kind !== "all") return undefined;
  const before = comparedTrend(previous, trend);
  if (!before) return t("charts.previous.unknown");
  return changeSentence(trend.population.count, before.trend.population.count, before.period);
}

/** What a trend is called: by its split, where the account has one. */
export function trendTitle(state: Async<Trend>, sentimentAbsent: boolean): string {
  const isPlain = state.status === "ready" ? state.data.keys.length === 0 : sentimentAbsent;
  return t(isPlain ? "charts.trend.plain" : "charts.trend.split");
}
