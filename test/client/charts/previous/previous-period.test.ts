import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { previousPeriod } from "../../../../client/charts/previous/previous-period.ts";
import { resolveRange } from "../../../../client/view/range.ts";
import type { TimeRange } from "../../../../client/view/view.ts";

const zones = ["Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Kiritimati"];

function wall(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/** The previous period in wall-clock times, of a range that is looked at when a clock shows this time. */
function previousOf(range: TimeRange, zone: string, now: string) {
  const at = Temporal.PlainDateTime.from(now).toZonedDateTime(zone).epochMilliseconds;
  const { name, window, cut } = previousPeriod(range, zone, resolveRange(range, zone, at), at);
  return [`${name.count} ${name.kind}`, wall(window.from, zone), wall(window.to, zone), cut];
}

const days = (amount: number): TimeRange => ({ kind: "relative", amount, unit: "day" });
const calendar = (period: "yesterday" | "thisWeek" | "lastWeek" | "thisMonth" | "lastMonth"): TimeRange => ({
  kind: "calendar",
  period,
});
const fixed = (from: string, to: string): TimeRange => ({ kind: "fixed", from, to });

describe("the period before", () => {
  // On 25 October 2026 clocks go back in Berlin, on 29 March they go forward; in New York on 1 November and 8 March.
  it.each([
    [days(7), "Europe/Berlin", "2026-10-28T14:05", ["7 days", "2026-10-15T00:00", "2026-10-21T14:05", true]],
    [days(1), "America/New_York", "2026-03-08T09:00", ["1 days", "2026-03-07T00:00", "2026-03-07T09:00", true]],
    [days(7), "Asia/Kathmandu", "2026-11-22T00:30", ["7 days", "2026-11-09T00:00", "2026-11-15T00:30", true]],
    [
      { kind: "relative", amount: 24, unit: "hour" },
      "Europe/Berlin",
      "2026-10-25T12:00",
      ["24 hours", "2026-10-23T13:00", "2026-10-24T13:00", false],
    ],
    [
      calendar("thisWeek"),
      "Europe/Berlin",
      "2026-03-31T08:00",
      ["1 week", "2026-03-23T00:00", "2026-03-24T08:00", true],
    ],
    [
      calendar("lastWeek"),
      "Europe/Berlin",
      "2026-03-31T08:00",
      ["1 week", "2026-03-16T00:00", "2026-03-23T00:00", false],
    ],
    [
      calendar("yesterday"),
      "America/New_York",
      "2026-11-02T08:00",
      ["1 day", "2026-10-31T00:00", "2026-11-01T00:00", false],
    ],
    [calendar("thisMonth"), "UTC", "2026-11-10T08:00", ["1 month", "2026-10-01T00:00", "2026-10-10T08:00", true]],
    [calendar("thisMonth"), "UTC", "2026-03-31T08:00", ["1 month", "2026-02-01T00:00", "2026-03-01T00:00", false]],
    [calendar("lastMonth"), "UTC", "2026-03-31T08:00", ["1 month", "2026-01-01T00:00", "2026-02-01T00:00", false]],
    [
      fixed("2026-10-20", "2026-10-26"),
      "Europe/Berlin",
      "2026-11-22T12:00",
      ["7 days", "2026-10-13T00:00", "2026-10-20T00:00", false],
    ],
    [
      fixed("2026-11-01T10:00", "2026-11-01T12:30"),
      "UTC",
      "2026-11-22T12:00",
      ["1 stretch", "2026-11-01T07:30", "2026-11-01T10:00", false],
    ],
  ] as const)("of %j in %s at %s is %j", (range, zone, now, expected) => {
    expect(previousOf(range, zone, now)).toEqual(expected);
  });

  it("holds nothing against a range that has not begun", () => {
    const [, from, to, cut] = previousOf(fixed("2026-12-01", "2026-12-07"), "UTC", "2026-11-22T12:00");
    expect([from, to, cut]).toEqual(["2026-11-24T00:00", "2026-11-24T00:00", true]);
  });

  it("ends where the range begins, or before, and never reaches further than the range has", () => {
    const ranges = fc.oneof(
      fc.integer({ min: 1, max: 90 }).map(days),
      fc.integer({ min: 1, max: 200 }).map((amount): TimeRange => ({ kind: "relative", amount, unit: "hour" })),
      fc.constantFrom("yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth").map((period) => calendar(period)),
    );
    const moments = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
      fc.property(ranges, fc.constantFrom(...zones), moments, (range, zone, at) => {
        const window = resolveRange(range, zone, at);
        const previous = previousPeriod(range, zone, window, at);
        expect(previous.window.from).toBeLessThan(window.from);
        expect(previous.window.to).toBeLessThanOrEqual(window.from);
        expect(previous.window.to).toBeGreaterThanOrEqual(previous.window.from);
        expect(previous.cut).toBe(previous.window.to < window.from);
        expect(previous.back(window.from)).toBe(previous.window.from);
      }),
    );
  });
});
