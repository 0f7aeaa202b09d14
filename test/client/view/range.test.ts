import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { bucketEdges } from "../../../client/charts/time/buckets.ts";
import { fixedRange, isWallTime, isZone, realRange, resolveRange } from "../../../client/view/range.ts";
import { readRange, writeRange } from "../../../client/view/url-range.ts";
import { type CalendarPeriod, otherWeekStarts, type TimeRange } from "../../../client/view/view.ts";
import { anyRange, anyZone, zones } from "./views.ts";

/** Moments of ten years, with many changes of clocks in every zone, some of them at midnight. */
const anyMoment = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2027, 0) });

/** Moments within two days of a change of clocks, where mistakes are. */
function nearChange(zone: string): fc.Arbitrary<number> {
  const changes: number[] = [];
  let at = Temporal.ZonedDateTime.from(`2015-01-01T00:00[${zone}]`).getTimeZoneTransition("next");
  while (at && at.year < 2027) {
    changes.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition("next");
  }
  if (changes.length === 0) return anyMoment;
  const around = fc.integer({ min: -172_800_000, max: 172_800_000 });
  return fc.tuple(fc.constantFrom(...changes), around).map(([change, by]) => change + by);
}

const zoneAndMoment = anyZone.chain((zone) => fc.tuple(fc.constant(zone), fc.oneof(anyMoment, nearChange(zone))));

function local(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

/** The date in a zone as `Intl` has it: a second opinion beside Temporal's. */
function intlDate(ms: number, zone: string): string {
  const options = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-CA", options).format(ms);
}

function iso(range: TimeRange, zone: string, now: string) {
  const { from, to } = resolveRange(range, zone, Date.parse(now));
  return [local(from, zone), local(to, zone)].map((time) => time.toString({ timeZoneName: "never" }));
}

function fixed(from: string, to: string): TimeRange {
  return { kind: "fixed", from, to };
}

describe("a relative range", () => {
  test("of days begins at the first instant of its first date, and ends now", () => {
    fc.assert(
      fc.property(zoneAndMoment, fc.integer({ min: 1, max: 100 }), ([zone, now], amount) => {
        const { from, to } = resolveRange({ kind: "relative", amount, unit: "day" }, zone, now);
        const first = local(now, zone)
          .toPlainDate()
          .subtract({ days: amount - 1 })
          .toString();
        expect(to).toBe(now);
        expect(intlDate(from, zone)).toBe(first);
        expect(intlDate(from - 1, zone) < first).toBe(true);
      }),
    );
  });

  test("of hours is exactly so many hours, whatever the clocks do", () => {
    fc.assert(
      fc.property(zoneAndMoment, fc.integer({ min: 1, max: 8784 }), ([zone, now], amount) => {
        const range: TimeRange = { kind: "relative", amount, unit: "hour" };
        expect(resolveRange(range, zone, now)).toEqual({ from: now - amount * 3_600_000, to: now });
      }),
    );
  });

  test.each([
    ["Europe/Berlin", 1, "2026-10-25T12:00:00Z", "2026-10-25T00:00:00+02:00"],
    ["Europe/Berlin", 2, "2026-03-29T12:00:00Z", "2026-03-28T00:00:00+01:00"],
    ["America/Sao_Paulo", 1, "2018-11-04T12:00:00Z", "2018-11-04T01:00:00-02:00"],
    ["America/Sao_Paulo", 2, "2018-11-04T12:00:00Z", "2018-11-03T00:00:00-03:00"],
    ["America/Sao_Paulo", 1, "2018-02-18T02:30:00Z", "2018-02-17T00:00:00-02:00"],
    ["Africa/Cairo", 1, "2026-04-24T12:00:00Z", "2026-04-24T01:00:00+03:00"],
    ["America/New_York", 2, "2026-03-08T16:00:00Z", "2026-03-07T00:00:00-05:00"],
    ["America/New_York", 1, "2026-11-01T16:00:00Z", "2026-11-01T00:00:00-04:00"],
    ["Pacific/Kiritimati", 1, "2026-01-01T10:30:00Z", "2026-01-02T00:00:00+14:00"],
    ["Asia/Kathmandu", 1, "2026-01-01T18:14:59Z", "2026-01-01T00:00:00+05:45"],
  ])("in %s, %i days at %s, begins %s", (zone, amount, now, from) => {
    expect(iso({ kind: "relative", amount, unit: "day" }, zone, now)[0]).toBe(from);
  });
});

describe("a calendar range", () => {
  const now = "2026-11-22T11:30:00Z";

  test.each<[CalendarPeriod, string, string]>([
    ["yesterday", "2026-11-21T00:00:00+01:00", "2026-11-22T00:00:00+01:00"],
    ["thisWeek", "2026-11-16T00:00:00+01:00", "2026-11-22T12:30:00+01:00"],
    ["lastWeek", "2026-11-09T00:00:00+01:00", "2026-11-16T00:00:00+01:00"],
    ["thisMonth", "2026-11-01T00:00:00+01:00", "2026-11-22T12:30:00+01:00"],
    ["lastMonth", "2026-10-01T00:00:00+02:00", "2026-11-01T00:00:00+01:00"],
  ])("%s is %s to %s", (period, from, to) => {
    expect(iso({ kind: "calendar", period }, "Europe/Berlin", now)).toEqual([from, to]);
  });

  test("begins and ends with whole days of the zone, and a week with Monday, or with the day that it names", () => {
    fc.assert(
      fc.property(
        zoneAndMoment,
        fc.constantFrom<CalendarPeriod>("yesterday", "thisWeek", "lastWeek", "thisMonth", "lastMonth"),
        fc.constantFrom(undefined, ...otherWeekStarts),
        ([zone, at], period, weekStart) => {
          const { from, to } = resolveRange(
            { kind: "calendar", period, ...(weekStart ? { weekStart } : {}) },
            zone,
            at,
          );
          const start = local(from, zone);
          const end = local(to, zone);
          expect(start.equals(start.startOfDay())).toBe(true);
          if (period.startsWith("this")) expect(to).toBe(at);
          else expect(end.equals(end.startOfDay())).toBe(true);
          if (period.endsWith("Week"))
            expect(start.dayOfWeek).toBe({ monday: 1, saturday: 6, sunday: 7 }[weekStart ?? "monday"]);
          if (period.endsWith("Month")) expect(start.day).toBe(1);
          const days = start.toPlainDate().until(end.toPlainDate()).days;
          if (period === "yesterday") expect(days).toBe(1);
          if (period === "lastWeek") expect(days).toBe(7);
          if (period === "lastMonth") expect(end.toPlainDate().subtract({ months: 1 })).toEqual(start.toPlainDate());
          expect(from <= to && to <= at).toBe(true);
        },
      ),
    );
  });

  test("yesterday has 25 hours after clocks went back, 23 after they went forward", () => {
    const hours = (zone: string, at: string) => {
      const { from, to } = resolveRange({ kind: "calendar", period: "yesterday" }, zone, Date.parse(at));
      return (to - from) / 3_600_000;
    };
    expect(hours("Europe/Berlin", "2026-10-26T12:00Z")).toBe(25);
    expect(hours("Europe/Berlin", "2026-03-30T12:00Z")).toBe(23);
    expect(hours("America/New_York", "2026-11-02T12:00Z")).toBe(25);
    expect(hours("Australia/Lord_Howe", "2026-04-05T20:00Z")).toBe(24.5);
    expect(hours("Africa/Cairo", "2026-04-25T12:00Z")).toBe(23);
  });
});

describe("a fixed range", () => {
  test("of dates is all of both days", () => {
    expect(iso(fixed("2026-10-25", "2026-10-25"), "Europe/Berlin", "2026-11-01T00:00Z")).toEqual([
      "2026-10-25T00:00:00+02:00",
      "2026-10-26T00:00:00+01:00",
    ]);
    expect(iso(fixed("2018-11-04", "2018-11-05"), "America/Sao_Paulo", "2026-11-01T00:00Z")).toEqual([
      "2018-11-04T01:00:00-02:00",
      "2018-11-06T00:00:00-02:00",
    ]);
  });

  test("with times ends before its end", () => {
    expect(iso(fixed("2026-11-01T08:30", "2026-11-01T09:00"), "Asia/Kathmandu", "2026-11-01T00:00Z")).toEqual([
      "2026-11-01T08:30:00+05:45",
      "2026-11-01T09:00:00+05:45",
    ]);
  });

  test("takes all of an hour that comes twice", () => {
    expect(iso(fixed("2026-10-25T02:15", "2026-10-25T02:45"), "Europe/Berlin", "2026-11-01T00:00Z")).toEqual([
      "2026-10-25T02:15:00+02:00",
      "2026-10-25T02:45:00+01:00",
    ]);
  });

  test("moves on over an hour that the zone skips", () => {
    expect(iso(fixed("2026-03-29T02:15", "2026-03-29T02:45"), "Europe/Berlin", "2026-11-01T00:00Z")).toEqual([
      "2026-03-29T03:15:00+02:00",
      "2026-03-29T03:45:00+02:00",
    ]);
  });

  test("never ends before it begins, also when its start is skipped and its end is not", () => {
    const { from, to } = resolveRange(fixed("2026-03-29T02:30", "2026-03-29T03:00"), "Europe/Berlin", 0);
    expect(to).toBe(from);
    fc.assert(
      fc.property(anyRange, zoneAndMoment, (range, [zone, now]) => {
        const window = resolveRange(range, zone, now);
        expect(window.from).toBeLessThanOrEqual(window.to);
      }),
    );
  });
});

describe("the fixed range of two instants", () => {
  test("gives the very instants back for whole days in every zone", () => {
    fc.assert(
      fc.property(zoneAndMoment, fc.integer({ min: 1, max: 400 }), ([zone, at], days) => {
        const from = local(at, zone).startOfDay();
        const to = from.add({ days }).startOfDay();
        const range = fixedRange(from.epochMilliseconds, to.epochMilliseconds, zone);
        expect(range).toMatchObject({ from: from.toPlainDate().toString() });
        const { epochMilliseconds } = from;
        expect(resolveRange(range, zone, 0)).toEqual({ from: epochMilliseconds, to: to.epochMilliseconds });
      }),
    );
  });

  test("gives the very instants back for buckets of hours, but for the wall-clock times that come twice", () => {
    fc.assert(
      fc.property(zoneAndMoment, ([zone, at]) => {
        const [from = 0, to = 0] = bucketEdges({ from: at, to: at + 1 }, zone, "hour");
        const comesTwice = (ms: number) =>
          local(ms, zone).toPlainDateTime().toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds !==
          local(ms, zone).toPlainDateTime().toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds;
        fc.pre(!comesTwice(from) && !comesTwice(to));
        expect(resolveRange(fixedRange(from, to, zone), zone, 0)).toEqual({ from, to });
      }),
    );
  });

  test("gives the very instants of any window back, to the millisecond", () => {
    fc.assert(
      fc.property(anyZone, anyMoment, fc.integer({ min: 1, max: 400 * 3_600_000 }), (zone, from, length) => {
        const to = from + length;
        const isOnce = (ms: number) => {
          const wall = local(ms, zone).toPlainDateTime();
          return wall.toZonedDateTime(zone).equals(wall.toZonedDateTime(zone, { disambiguation: "later" }));
        };
        fc.pre(isOnce(from) && isOnce(to));
        expect(resolveRange(fixedRange(from, to, zone), zone, 0)).toEqual({ from, to });
      }),
    );
  });

  test.each([
    ["2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"],
    ["2026-10-25T02:00:00+01:00", "2026-10-25T03:00:00+01:00"],
  ])("takes in both hours where the wall-clock time of a bucket comes twice: %s to %s", (start, end) => {
    const range = fixedRange(Date.parse(start), Date.parse(end), "Europe/Berlin");
    expect(range).toEqual(fixed("2026-10-25T02:00", "2026-10-25T03:00"));
  });

  test("is always one that an address can hold", () => {
    fc.assert(
      fc.property(zoneAndMoment, fc.integer({ min: 1, max: 400 * 3_600_000 }), ([zone, from], length) => {
        const range = fixedRange(from, from + length, zone);
        expect(readRange(writeRange(range))).toEqual(range);
      }),
    );
  });

  test("writes plain dates for whole days only, and seconds where there are any", () => {
    const at = (text: string) => Date.parse(text);
    expect(fixedRange(at("2026-11-01T00:00Z"), at("2026-11-03T00:00Z"), "UTC")).toEqual(
      fixed("2026-11-01", "2026-11-02"),
    );
    expect(fixedRange(at("2026-11-01T00:00Z"), at("2026-11-03T00:00:59Z"), "UTC")).toEqual(
      fixed("2026-11-01T00:00", "2026-11-03T00:00:59.000"),
    );
    expect(fixedRange(at("2026-11-01T00:00Z"), at("2026-11-02T00:00Z"), "Europe/Berlin")).toEqual(
      fixed("2026-11-01T01:00", "2026-11-02T01:00"),
    );
  });
});

describe("names and times from an address", () => {
  test.each([...zones, "europe/berlin", "Etc/GMT+3"])("%s is a zone", (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  test.each(["", " ", "Berlin", "+05:30", "-03", "Europe/Berlin ", "UTC+1"])("“%s” is none", (zone) => {
    expect(isZone(zone)).toBe(false);
  });

  test.each(["2026-11-01", "2024-02-29T23:59", "0001-01-01", "2026-11-01T10:00:59", "2026-11-01T10:00:59.123"])(
    "%s is a wall-clock time",
    (text) => {
      expect(isWallTime(text)).toBe(true);
    },
  );

  test.each([
    "2026-02-30",
    "2026-11-01T24:00",
    "2026-11-01T10",
    "2026-11-01T10:00:60",
    "2026-11-01T10:00:00.1",
    "2026-11-01 10:00",
    "2026-1-1",
    "",
    "٢٠٢٦-١١-٠١",
  ])("“%s” is none", (text) => {
    expect(isWallTime(text)).toBe(false);
  });
});

describe("a fixed range as it is really asked for", () => {
  const fixed = (from: string, to: string): TimeRange => ({ kind: "fixed", from, to });

  test.each([
    ["Europe/Berlin", fixed("2026-03-29T02:30", "2026-03-29T04:00"), fixed("2026-03-29T03:30", "2026-03-29T04:00")],
    ["Europe/Berlin", fixed("2026-03-28", "2026-03-29T02:30"), fixed("2026-03-28", "2026-03-29T03:30")],
    ["Europe/Berlin", fixed("2026-03-29T02:30", "2026-03-29T03:00"), fixed("2026-03-29T03:30", "2026-03-29T03:30")],
    ["UTC", fixed("2026-03-29T02:30", "2026-03-29T04:00"), fixed("2026-03-29T02:30", "2026-03-29T04:00")],
    ["Europe/Berlin", fixed("2026-10-25T02:30", "2026-10-25T02:45"), fixed("2026-10-25T02:30", "2026-10-25T02:45")],
    ["Europe/Berlin", fixed("2026-03-29", "2026-03-29"), fixed("2026-03-29", "2026-03-29")],
    ["Europe/Berlin", fixed("soon", "later"), fixed("soon", "later")],
  ])("in %s %j is %j", (zone, range, real) => {
    expect(realRange(range, zone)).toEqual(real);
  });

  test("has the same instants", () => {
    fc.assert(
      fc.property(anyRange, anyZone, (range, zone) => {
        expect(resolveRange(realRange(range, zone), zone, 0)).toEqual(resolveRange(range, zone, 0));
      }),
    );
  });
});
