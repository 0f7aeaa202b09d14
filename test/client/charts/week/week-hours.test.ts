import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { foldWeek } from "../../../../client/charts/week/week-hours.ts";
import { fixedRange, resolveRange } from "../../../../client/view/range.ts";
import { long } from "../../../support/long.ts";

const hour = 3_600_000;

function at(text: string): number {
  return Temporal.ZonedDateTime.from(text).epochMilliseconds;
}

describe("a range laid over one week", () => {
  it("knows which hours come in the range, and how often", () => {
    const zone = "Europe/Berlin";
    const window = { from: at(`2026-11-16T10:00[${zone}]`), to: at(`2026-11-23T12:00[${zone}]`) };
    const { days } = foldWeek([{ at: at(`2026-11-23T10:20[${zone}]`), count: 4 }], window, zone);
    expect(days[0]?.[10]).toEqual({ count: 4, times: 2, stretch: undefined });
    expect(days[0]?.[12]).toMatchObject({ count: 0, times: 1 });
    expect(days[6]?.[23]).toMatchObject({ count: 0, times: 1 });
    const [from, to] = [at(`2026-11-16T12:00[${zone}]`), at(`2026-11-16T13:00[${zone}]`)];
    expect(days[0]?.[12]?.stretch).toEqual({ from, to });
  });

  it("knows of an hour that comes twice in one night as one stretch, where a range can say it", () => {
    const zone = "Europe/Berlin";
    const [from, to] = [at(`2026-10-24T00:00[${zone}]`), at(`2026-10-26T00:00[${zone}]`)];
    const sunday = foldWeek([], { from, to }, zone).days[6];
    const [two, three] = [at(`2026-10-25T02:00+02:00[${zone}]`), at(`2026-10-25T03:00[${zone}]`)];
    expect(three - two).toBe(2 * hour);
    expect(sunday?.[2]).toMatchObject({ times: 2, stretch: { from: two, to: three } });
    // It ends at the first of two moments that are both called 02:00: a range to 02:00 would be an hour too long.
    expect(sunday?.[1]).toMatchObject({ times: 1, stretch: undefined });
    expect(sunday?.[3]?.stretch).toEqual({ from: three, to: three + hour });
    // Half of the doubled hour is no hour that a range can say.
    const half = foldWeek([], { from, to: two + hour }, zone).days[6]?.[2];
    expect(half).toMatchObject({ times: 1, stretch: undefined });
    const skipped = { from: at(`2026-03-29T00:00[${zone}]`), to: at(`2026-03-30T00:00[${zone}]`) };
    expect(foldWeek([], skipped, zone).days[6]?.[2]).toMatchObject({ times: 0, stretch: undefined });
  });

  it("offers for an hour the very range that it was counted in, in any zone", () => {
    // Each with a day on which its clocks change, where they do.
    const zones = fc.constantFrom(
      ["Asia/Kathmandu", Date.UTC(2026, 9, 25)],
      ["Europe/Berlin", Date.UTC(2026, 9, 25)],
      ["Europe/Berlin", Date.UTC(2026, 2, 29)],
      ["America/New_York", Date.UTC(2026, 10, 1)],
      ["Australia/Lord_Howe", Date.UTC(2026, 3, 4)],
    ) satisfies fc.Arbitrary<[string, number]>;
    fc.assert(
      fc.property(zones, fc.nat(20), fc.integer({ min: 1, max: 30 }), ([zone, day], start, length) => {
        const window = { from: day + start * hour, to: day + (start + length) * hour };
        for (const { stretch } of foldWeek([], window, zone).days.flat()) {
          if (!stretch) continue;
          expect(resolveRange(fixedRange(stretch.from, stretch.to, zone), zone, window.to)).toEqual(stretch);
          const inside = foldWeek([], stretch, zone).days.flat();
          expect(inside.filter(({ times }) => times > 0)).toHaveLength(1);
        }
      }),
      { numRuns: long(20, 500) },
    );
  });

  it.each([
    // Clocks are set back in the night to Sunday, and forward: 2 o'clock comes twice, or not at all.
    ["Europe/Berlin", "2026-10-25", 2, 2],
    ["Europe/Berlin", "2026-03-29", 2, 0],
    ["America/New_York", "2026-11-01", 1, 2],
    ["America/New_York", "2026-03-08", 2, 0],
  ])("keeps to the clock of %s on %s", (zone, date, clock, times) => {
    const day = Temporal.PlainDate.from(date);
    const from = day.toZonedDateTime(zone).epochMilliseconds;
    const to = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    expect(foldWeek([], { from, to }, zone).days[day.dayOfWeek - 1]?.[clock]?.times).toBe(times);
  });

  it("leaves out, and counts, what is not of the range", () => {
    const window = { from: at("2026-11-16T10:30[UTC]"), to: at("2026-11-16T12:00[UTC]") };
    const hours = ["09:00", "10:00", "11:00", "12:00"].map((clock, place) => ({
      at: at(`2026-11-16T${clock}[UTC]`),
      count: 10 ** place,
    }));
    const week = foldWeek(hours, window, "UTC");
    expect(week).toMatchObject({ population: { count: 110 }, outside: 1001 });
    expect(week.days[0]?.slice(9, 13).map(({ count }) => count)).toEqual([0, 10, 100, 0]);
  });

  it("loses no conversation, in any zone", () => {
    const zones = ["UTC", "Asia/Kathmandu", "America/Sao_Paulo", "Pacific/Kiritimati", "Australia/Lord_Howe"];
    const counts = fc.array(fc.tuple(fc.nat(400), fc.nat(90)), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), counts, (zone, list) => {
        const from = Date.UTC(2026, 2, 25);
        const hours = list.map(([place, count]) => ({ at: from + place * hour, count }));
        const { days, population } = foldWeek(hours, { from, to: from + 401 * hour }, zone);
        const sum = days.flat().reduce((all, { count }) => all + count, 0);
        expect(sum).toBe(list.reduce((all, [, count]) => all + count, 0));
        expect(population).toEqual({ kind: "all", count: sum });
      }),
      { numRuns: long(30, 500) },
    );
  });
});
