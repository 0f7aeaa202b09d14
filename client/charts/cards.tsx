import type { ComponentType } from "react";
import type { CardName } from "../view/view.ts";
import { AgentsCard } from "./agents/AgentsCard.tsx";
import { breakdownCard } from "./breakdown/BreakdownCard.tsx";
import type { ChartSetting } from "./card/setting.ts";
import { CrossingCard } from "./crossing/CrossingCard.tsx";
import { ExploreCard } from "./explore/ExploreCard.tsx";
import { TrendCard } from "./trend/TrendCard.tsx";
import { WeekCard } from "./week/WeekCard.tsx";

/** One card of the Analysis lens. All else that it is made of stands in its folder, and is demanded by `ChartCard`. */
export type CardEntry = {
  /** How many twelfths of a row it takes at least; it grows to fill its row. */
  span: 3 | 4 | 5 | 6 | 7 | 8 | 12;
  /** Whether it takes a row of its own where only two fit beside each other. */
  isWide?: true;
  Card: ComponentType<ChartSetting>;
};

/** Every card by its name in the address; their names, titles and usual order are in view/view.ts and card-title.ts. */
export const cards = {
  trend: { span: 5, isWide: true, Card: TrendCard },
  channel: { span: 4, Card: breakdownCard("channel") },
  language: { span: 3, Card: breakdownCard("language") },
  sentiment: { span: 4, Card: breakdownCard("sentiment") },
  agents: { span: 8, isWide: true, Card: AgentsCard },
  week: { span: 7, isWide: true, Card: WeekCard },
  crossing: { span: 5, Card: CrossingCard },
  explore: { span: 12, isWide: true, Card: ExploreCard },
} as const satisfies Record<CardName, CardEntry>;
