import fc from "fast-check";
import { expect, test } from "vitest";
import { readSplit, type Split } from "../../../../../client/charts/explore/split/split.ts";
import { sumOf, tenthsOf, topOf } from "../../../../../client/charts/explore/split/top.ts";

const anyName = fc.constantFrom(..."abcdefghijklmnopqrst");
const anyCounts = fc.uniqueArray(
  fc.record({ Team: anyName, Topic: fc.option(anyName), Count: fc.nat({ max: 1000 }) }),
  {
    selector: ({ Team, Topic }) => `${Team} ${Topic}`,
    maxLength: 80,
  },
);
const frame = { measure: "Count", dimension: "Team", split: "Topic", adds: true, zone: "UTC", cellZone: "UTC" };
const anyMost = fc.option(fc.constantFrom(5, 10, 20), { nil: undefined });

function read(rows: Record<string, unknown>[]): Split {
  return { ...readSplit(rows, frame), cut: false };
}

function totalOf(rows: readonly { Count: number }[]): number {
  return rows.reduce((sum, { Count }) => sum + Count, 0);
}

test("parts add up to a hundred percent, none a tenth or more away from what it is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true })), { maxLength: 30 }),
      (values) => {
        const tenths = tenthsOf(values);
        const total = values.reduce((sum, value) => sum + value, 0);
        expect(tenths.reduce((sum, one) => sum + one, 0)).toBe(total > 0 ? 1000 : 0);
        for (const [place, one] of tenths.entries()) {
          expect(Math.abs(one - (total > 0 ? (1000 * (values[place] ?? 0)) / total : 0))).toBeLessThan(1);
        }
      },
    ),
  );
});

test("with others nothing is lost: what is drawn adds up to all there is, in each series and each group", () => {
  fc.assert(
    fc.property(anyCounts, anyMost, (rows, most) => {
      const { groups, series, hiddenGroups, hiddenSeries } = topOf(read(rows), { adds: true, isExact: true, most });
      expect([hiddenGroups, hiddenSeries]).toEqual([0, 0]);
      const drawn = groups.map(({ cells }) => sumOf(series.map(({ key }) => cells.get(key))) ?? 0);
      expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(totalOf(rows));
      for (const [place, { members, others }] of groups.entries()) {
        if (others === undefined) expect(drawn[place]).toBe(totalOf(rows.filter(({ Team }) => Team === members[0])));
      }
      for (const { key, members, others } of series) {
        const own = sumOf(groups.map(({ cells }) => cells.get(key))) ?? 0;
        if (others === undefined) expect(own).toBe(totalOf(rows.filter(({ Topic }) => Topic === (members[0] ?? null))));
      }
      expect(series.length).toBeLessThanOrEqual(9);
      expect(groups.length).toBeLessThanOrEqual((most ?? 200) + 1);
    }),
  );
});

test("where figures do not add up there are no others, and how many are not drawn is known", () => {
  fc.assert(
    fc.property(anyCounts, anyMost, fc.boolean(), (rows, most, adds) => {
      const all = read(rows);
      const { groups, series, hiddenGroups, hiddenSeries } = topOf(all, { adds, isExact: false, most });
      expect([...groups, ...series].filter(({ others }) => others !== undefined)).toEqual([]);
      expect(groups.length + hiddenGroups).toBe(all.groups.length);
      expect(series.length + hiddenSeries).toBe(all.series.length);
      const weight = (own: { cells: (typeof groups)[number]["cells"] } | undefined) => {
        const values = [...(own?.cells.values() ?? [])].map(({ value = 0 }) => value);
        return adds ? values.reduce((sum, one) => sum + one, 0) : Math.max(0, ...values);
      };
      const least = Math.min(...groups.map(weight));
      for (const group of all.groups) {
        if (!groups.some(({ key }) => key === group.key)) expect(weight(group)).toBeLessThanOrEqual(least);
      }
    }),
  );
});

test("over time no time is left out for another, and the first series are kept", () => {
  const hour = 3_600_000;
  const rows = Array.from({ length: 900 }, (_, place) => ({
    "At.hour": new Date(Math.floor(place / 3) * hour).toISOString(),
    Topic: `topic ${place % 3}`,
    Count: 1 + (place % 3),
  }));
  const all = { ...readSplit(rows, { ...frame, dimension: "At.hour" }), cut: false };
  expect(all.groups).toHaveLength(300);
  const { groups, series, hiddenTimes } = topOf(all, { adds: true, isExact: true, most: 5 });
  expect([groups.length, hiddenTimes]).toEqual([300, 0]);
  expect(series.map(({ members }) => members[0])).toEqual(["topic 2", "topic 1", "topic 0"]);
  expect(sumOf(groups.map(({ cells }) => cells.get('["topic 2"]')))).toBe(900);
});

test("rows of the same values are one where they add up, and of no known measure where they do not", () => {
  const rows = [
    { Team: "a", Topic: null, Count: 2 },
    { Team: "a", Topic: "", Count: 3 },
  ];
  const cellOf = (adds: boolean) => readSplit(rows, { ...frame, adds }).groups[0]?.cells.get("[]");
  expect(cellOf(true)).toEqual({ text: "5", value: 5 });
  expect(cellOf(false)).toEqual({ text: undefined, value: undefined });
});
