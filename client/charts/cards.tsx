import { type ComponentType, lazy } from "react";
import { breakdownCard } from "./breakdown/BreakdownCard.tsx";
import type { ChartSetting } from "./card/setting.ts";
import { TrendCard } from "./trend/TrendCard.tsx";

/** One card among the charts. All else that it is made of stands in its folder, and is demanded by `ChartCard`. */
export type CardEntry = {
  /** Whether it is always there. The others are loaded, and ask for what they show, once a person wants more charts. */
  isUsual: boolean;
  Card: ComponentType<ChartSetting>;
};

function usual(Card: CardEntry["Card"]): CardEntry {
  return { isUsual: true, Card };
}

function further(load: () => Promise<CardEntry["Card"]>): CardEntry {
  return { isUsual: false, Card: lazy(async () => ({ default: await load() })) };
}

/** Every card, in the order in which they are shown: the usual ones first. */
export const cards = {
  channel: usual(breakdownCard("channel")),
  sentiment: usual(breakdownCard("sentiment")),
  trend: usual(TrendCard),
  language: usual(breakdownCard("language")),
  crossing: further(async () => (await import("./crossing/CrossingCard.tsx")).CrossingCard),
  week: further(async () => (await import("./week/WeekCard.tsx")).WeekCard),
  explore: further(async () => (await import("./explore/ExploreCard.tsx")).ExploreCard),
} as const satisfies Record<string, CardEntry>;
