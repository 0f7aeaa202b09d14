import type { ReactNode } from "react";
import type { Async } from "../api/async.ts";
import type { Breakdown } from "../insights/breakdown.ts";
import type { Chosen, FilterRole } from "../view/view.ts";
import { BreakdownCard } from "./breakdown/BreakdownCard.tsx";
import { CardRow } from "./CardRow.tsx";
import type { FormerCharts } from "./former/use-former.ts";
import { TrendCard } from "./trend/TrendCard.tsx";
import type { Trend } from "./trend/trend.ts";

type ChartCardsProps = {
  breakdowns: Record<FilterRole, Async<Breakdown>>;
  trend: Async<Trend>;
  /** The same charts of the period before, where the view compares. */
  former?: FormerCharts | undefined;
  /** The moment of the view, milliseconds since 1970: what is not whole or fresh at it is drawn so. */
  at?: number | undefined;
  /** The view's zone, named where the trend tells times. */
  zone: string;
  chosen: Chosen;
  /** Chooses a value of a role by all its spellings, or takes it back. */
  onToggle: (role: FilterRole, spellings: readonly string[]) => void;
  /** Leaves a value of a role out, or takes that back. */
  onExclude?: (role: FilterRole, spellings: readonly string[]) => void;
  /** Narrows the time range to one bucket of the trend; `toMs` is excluded. */
  onRange?: (fromMs: number, toMs: number) => void;
  /** Further cards behind the usual four. */
  more?: ReactNode;
};

/** The row of chart cards. Each card loads and fails on its own. */
export function ChartCards(props: ChartCardsProps) {
  const { breakdowns, trend, former, at, zone, chosen, onToggle, onExclude, onRange, more } = props;
  const card = (role: FilterRole) => (
    <BreakdownCard
      role={role}
      state={breakdowns[role]}
      former={former?.breakdowns[role]}
      chosen={chosen[role]}
      onToggle={onToggle}
      onExclude={onExclude}
    />
  );
  const sentiments = breakdowns.sentiment.status === "ready" ? breakdowns.sentiment.data.entries : [];
  /** The trend knows a sentiment by its key: what has none, because it is not set, cannot be left out. */
  const excludeOne = (key: string) => {
    const spellings = sentiments.find((entry) => entry.key === key)?.spellings;
    if (spellings) onExclude?.("sentiment", spellings);
  };
  return (
    <CardRow long={more !== undefined}>
      {card("channel")}
      {card("sentiment")}
      <TrendCard
        state={trend}
        zone={zone}
        former={former}
        at={at}
        sentimentAbsent={breakdowns.sentiment.status === "absent"}
        onExclude={onExclude && excludeOne}
        {...(onRange ? { onRange } : {})}
      />
      {card("language")}
      {more}
    </CardRow>
  );
}
