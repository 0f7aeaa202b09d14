import { expect, onTestFinished, test } from "vitest";
import { changeRegion } from "../../../../client/browser/region.ts";
import { rangeLabel, sameRange } from "../../../../client/filters/range/range-label.ts";
import { rangePresets } from "../../../../client/filters/range/range-presets.ts";
import { defaultRange, type TimeRange } from "../../../../client/view/view.ts";
import { plainSpaces } from "../support.ts";

const fixed = (from: string, to: string): TimeRange => ({ kind: "fixed", from, to });

test.each<[TimeRange, string]>([
  [{ kind: "relative", amount: 1, unit: "day" }, "Today"],
  [{ kind: "relative", amount: 7, unit: "day" }, "Last 7 days"],
  [{ kind: "relative", amount: 1, unit: "hour" }, "Last hour"],
  [{ kind: "relative", amount: 24, unit: "hour" }, "Last 24 hours"],
  [{ kind: "calendar", period: "yesterday" }, "Yesterday"],
  [{ kind: "calendar", period: "thisWeek" }, "This week"],
  [{ kind: "calendar", period: "lastMonth" }, "Last month"],
  [fixed("2026-11-03", "2026-11-09"), "Nov 3 – 9, 2026"],
  [fixed("2026-11-03", "2026-11-03"), "Nov 3, 2026"],
  [fixed("2026-10-28", "2026-11-03"), "Oct 28 – Nov 3, 2026"],
  [fixed("2025-12-28", "2026-01-03"), "Dec 28, 2025 – Jan 3, 2026"],
  [fixed("2026-11-03T09:00", "2026-11-03T17:30"), "Nov 3, 2026, 09:00 – 17:30"],
  [fixed("2026-11-03T09:00", "2026-11-04T00:00"), "Nov 3, 2026, 09:00 – Nov 4, 2026, 00:00"],
  [fixed("2026-11-03T09:00", "2026-11-09"), "Nov 3, 2026, 09:00 – Nov 9, 2026"],
  [fixed("2026-11-09", "2026-11-03"), "Nov 9, 2026 – Nov 3, 2026"],
  [fixed("soon", "later"), "soon – later"],
])("%j reads as %s", (range, label) => {
  expect(plainSpaces(rangeLabel(range))).toBe(label);
});

test("A wall-clock time that clocks skip somewhere is still labelled as it was written", () => {
  expect(plainSpaces(rangeLabel(fixed("2026-03-29T02:30", "2026-03-29T04:00")))).toBe("Mar 29, 2026, 02:30 – 04:00");
});

test("A week that begins on another day than it does here says so, and the presets are as here", () => {
  const week = (weekStart?: "sunday"): TimeRange => ({
    kind: "calendar",
    period: "lastWeek",
    ...(weekStart ? { weekStart } : {}),
  });
  onTestFinished(() => changeRegion({}));
  changeRegion({ week: "0" });
  expect(rangeLabel(week())).toBe("Last week (from Monday)");
  expect(rangeLabel(week("sunday"))).toBe("Last week");
  expect(rangePresets().flat()).toContainEqual(week("sunday"));
  changeRegion({ week: "1" });
  expect(rangeLabel(week())).toBe("Last week");
  expect(rangeLabel(week("sunday"))).toBe("Last week (from Sunday)");
  expect(rangePresets().flat()).toContainEqual(week());
});

test("Every preset has a label of its own, and equals itself alone", () => {
  const all = rangePresets().flat();
  expect(new Set(all.map(rangeLabel)).size).toBe(all.length);
  for (const one of all) expect(all.filter((other) => sameRange(one, other))).toEqual([one]);
  expect(all.some((one) => sameRange(one, defaultRange))).toBe(true);
});
