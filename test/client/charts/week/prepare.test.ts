import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { prepareWeek, shadesUpTo, weekNotes } from "../../../../client/charts/week/prepare.ts";
import { foldWeek } from "../../../../client/charts/week/week-hours.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";

beforeAll(loadLaterWords);

const monday = Date.UTC(2026, 10, 16);
const hour = 3_600_000;
const week = { from: monday, to: monday + 7 * 24 * hour };

it("has a shade for every count, without a hole and without an overlap", () => {
  fc.assert(
    fc.property(fc.nat(5000), (highest) => {
      const shades = shadesUpTo(highest);
      expect(shades.length).toBeLessThanOrEqual(6);
      expect(shades.at(-1)?.to).toBe(highest);
      for (const [index, { from, to }] of shades.entries()) {
        expect(from).toBeLessThanOrEqual(to);
        expect(from).toBe(index === 0 ? 0 : (shades[index - 1]?.to ?? 0) + 1);
      }
    }),
  );
});

it("names the busiest hour, and starts on Monday", () => {
  const { busiest, days } = prepareWeek(foldWeek([{ at: monday + 30 * hour, count: 9 }], week, "UTC"));
  expect(busiest).toEqual({ day: "Tuesday", hour: 6, count: 9, place: { day: 1, hour: 6 } });
  expect(days.map(({ name }) => name)).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
});

it("tells hours that do not come from hours in which nothing happened", () => {
  const day = foldWeek([], { from: monday, to: monday + 24 * hour }, "UTC");
  const { days } = prepareWeek(day);
  expect(days[0]?.cells[0]?.shade).toBe(0);
  expect(days[1]?.cells[0]?.shade).toBeUndefined();
  expect(weekNotes(day)).toEqual(["Striped hours aren’t in this range."]);
  expect(weekNotes(foldWeek([], week, "UTC"))).toEqual([]);
  expect(weekNotes(foldWeek([], { from: monday, to: week.to + hour }, "UTC"))).toEqual([
    "Counts are totals: in this range, some hours occur 1× and others 2×.",
  ]);
});
