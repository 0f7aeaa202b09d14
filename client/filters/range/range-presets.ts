import type { TimeRange } from "../../view/view.ts";
import { ownWeekStart } from "./week-of-range.ts";

const byClock: readonly TimeRange[] = [
  { kind: "relative", amount: 1, unit: "day" },
  { kind: "relative", amount: 24, unit: "hour" },
  { kind: "relative", amount: 7, unit: "day" },
  { kind: "relative", amount: 30, unit: "day" },
  { kind: "relative", amount: 90, unit: "day" },
];

/** Ranges that are one click away: those that move with the clock, then those of the calendar as it is used here. */
export function rangePresets(): readonly (readonly TimeRange[])[] {
  const start = ownWeekStart();
  const weeks = start ? { weekStart: start } : {};
  return [
    byClock,
    [
      { kind: "calendar", period: "yesterday" },
      { kind: "calendar", period: "thisWeek", ...weeks },
      { kind: "calendar", period: "lastWeek", ...weeks },
      { kind: "calendar", period: "thisMonth" },
      { kind: "calendar", period: "lastMonth" },
    ],
  ];
}
