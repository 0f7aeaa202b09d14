import type { TimeRange } from "../view/view.ts";

/** Ranges that are one click away: those that move with the clock, then those of the calendar. */
export const rangePresets: readonly (readonly TimeRange[])[] = [
  [
    { kind: "relative", amount: 1, unit: "day" },
    { kind: "relative", amount: 24, unit: "hour" },
    { kind: "relative", amount: 7, unit: "day" },
    { kind: "relative", amount: 30, unit: "day" },
    { kind: "relative", amount: 90, unit: "day" },
  ],
  [
    { kind: "calendar", period: "yesterday" },
    { kind: "calendar", period: "thisWeek" },
    { kind: "calendar", period: "lastWeek" },
    { kind: "calendar", period: "thisMonth" },
    { kind: "calendar", period: "lastMonth" },
  ],
];
