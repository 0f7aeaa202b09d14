import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { foldWeek } from "../../../client/insights/week-hours.ts";

const hour = 3_600_000;

function at(text: string): number {
  return Temporal.ZonedDateTime.from(text).epochMilliseconds;
}

describe("a range laid over one week", () => {
  it("knows which hours come in the range, and how often", () => {
    const zone = "Europe/Berlin";
    const window = { from: at(`2026-11-16T10:00[${zone}]`), to: at(`2026-11-23T12:00[${zone}]`) };
    const { days } = foldWeek([{ at: at(`2026-11-23T10:20[${zone}]`), count: 4 }], window, zone);
    expect(days[0]?.[10]).toEqual({ count: 4, times: 2 });
    expect(days[0]?.[12]).toEqual({ count: 0, times: 1 });
    expect(days[6]?.[23]).toEqual({ count: 0, times: 1 });
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
    );
  });
});
