import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { timeTicks } from "../../../../client/charts/time/ticks.ts";
import type { Trend, TrendBucket } from "../../../../client/charts/trend/trend.ts";

/** Buckets of the zone's own hours or days, as the clock there has them. */
function trendOf(grain: Trend["grain"], zone: string, from: string, count: number) {
  const first = Temporal.PlainDateTime.from(from).toZonedDateTime(zone);
  const at = (index: number) => first.add(grain === "day" ? { days: index } : { hours: index }).epochMilliseconds;
  const buckets = Array.from({ length: count }, (_, index): TrendBucket => {
    return { start: at(index), end: at(index + 1), counts: new Map(), total: 0, partial: false };
  });
  return { grain, zone, buckets };
}

const labels = (trend: ReturnType<typeof trendOf>, width: number) => timeTicks(trend, width).map((tick) => tick.label);

describe("days", () => {
  it("names each day where there is room", () => {
    expect(labels(trendOf("day", "Europe/Berlin", "2026-11-16", 3), 900)).toEqual([
      "Mon, Nov 16",
      "Tue, Nov 17",
      "Wed, Nov 18",
    ]);
  });

  it("names every other day where there is less", () => {
    expect(labels(trendOf("day", "UTC", "2026-11-16", 7), 400)).toEqual([
      "Mon, Nov 16",
      "Wed, Nov 18",
      "Fri, Nov 20",
      "Sun, Nov 22",
    ]);
  });

  it("steps by whole weeks over a quarter", () => {
    const named = labels(trendOf("day", "UTC", "2026-08-31", 90), 440);
    expect(named.every((label) => label.startsWith("Mon"))).toBe(true);
    expect(named.length).toBeGreaterThan(2);
  });

  it("tells the year where two could be meant", () => {
    expect(labels(trendOf("day", "UTC", "2025-01-01", 400), 440)[0]).toBe("Jan 1, 2025");
  });
});

describe("hours", () => {
  it("names round hours, and midnight by its day", () => {
    expect(labels(trendOf("hour", "UTC", "2026-11-20T09:00", 24), 440)).toEqual([
      "12:00",
      "18:00",
      "Sat, Nov 21",
      "06:00",
    ]);
  });

  it("stays on round hours where the zone is off by 45 minutes", () => {
    expect(labels(trendOf("hour", "Asia/Kathmandu", "2026-11-20T00:00", 24), 440)).toContain("12:00");
  });

  it("stays on round hours across a day of 25 hours, and of 23", () => {
    for (const date of ["2026-10-25", "2026-03-29"])
      for (const label of labels(trendOf("hour", "Europe/Berlin", `${date}T00:00`, 48), 700))
        expect(label).toMatch(/^(06:00|12:00|18:00|\w{3}, \w{3} \d+)$/);
  });

  it("names an hour that comes twice once", () => {
    const named = labels(trendOf("hour", "Europe/Berlin", "2026-10-25T00:00", 6), 900);
    expect(named).toEqual(["Sun, Oct 25", "01:00", "02:00", "03:00", "04:00"]);
  });

  it("names days alone over a week of hours", () => {
    const named = labels(trendOf("hour", "UTC", "2026-11-16T00:00", 168), 440);
    expect(named.every((label) => /^\w{3}, Nov/.test(label))).toBe(true);
  });
});

it("leaves room between labels at any width", () => {
  for (const grain of ["hour", "day"] as const)
    for (const count of [1, 5, 24, 31, 72, 168])
      for (const width of [120, 260, 440, 900]) {
        const ticks = timeTicks(trendOf(grain, "UTC", "2026-11-16T05:00", count), width);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.reduce((sum, tick) => sum + tick.label.length * 5, 0)).toBeLessThanOrEqual(width);
      }
});
