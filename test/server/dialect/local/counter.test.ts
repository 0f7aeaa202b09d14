import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { grains } from "../../../../contract/field-words.ts";
import { bucketOf } from "../../../../server/dialect/local/bucket.ts";
import { type Counting, counter, TooManyError } from "../../../../server/dialect/local/counter.ts";

const plain: Counting = { dimensions: ["C"], count: "N", id: "I", grains: {} };

function counted(counting: Counting, rows: readonly Record<string, unknown>[]) {
  const counts = counter(counting);
  for (const row of rows) counts.add(row);
  return counts.rows();
}

test("each id counts once in a group, and once in each group that it is in", () => {
  const rows = [
    { I: "1", C: ["a"] },
    { I: "1", C: ["a"] },
    { I: "2", C: ["a"] },
    { I: "1", C: ["a", "b"] },
    { I: "3", C: null },
    { I: "4" },
    { C: "x" },
  ];
  expect(counted(plain, rows)).toEqual([
    { C: ["a"], N: 2 },
    { C: ["a", "b"], N: 1 },
    { C: null, N: 2 },
    { C: "x", N: 0 },
  ]);
});

test("without dimensions there is one row, also of nothing", () => {
  const total = { ...plain, dimensions: [] };
  expect(counted(total, [])).toEqual([{ N: 0 }]);
  expect(counted(total, [{ I: "1" }, { I: "2" }, { I: "1" }])).toEqual([{ N: 2 }]);
  expect(counted(plain, [])).toEqual([]);
});

test("grains are reckoned from the time, in the zone", () => {
  const day = { time: "T", grain: "day" as const, zone: "America/New_York" };
  const counting = { ...plain, dimensions: ["T.day"], grains: { "T.day": day } };
  const rows = [
    { I: "1", T: "2026-11-01T03:59:59.999999Z" },
    { I: "2", T: "2026-11-01T04:00:00Z" },
    { I: "3", T: "2026-11-02T04:59:59Z" },
    { I: "4", T: null },
  ];
  expect(counted(counting, rows)).toEqual([
    { "T.day": "2026-10-31T00:00:00.000-04:00", N: 1 },
    { "T.day": "2026-11-01T00:00:00.000-04:00", N: 2 },
    { "T.day": null, N: 1 },
  ]);
});

test.each([
  ["hour", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T01:00:00.000-04:00"],
  ["hour", "America/New_York", "2026-11-01T06:30:00Z", "2026-11-01T01:00:00.000-05:00"],
  ["hour", "Asia/Kolkata", "2026-11-01T05:45:00Z", "2026-11-01T11:00:00.000+05:30"],
  ["hour", "Australia/Lord_Howe", "2026-04-04T15:10:00Z", "2026-04-05T01:30:00.000+10:30"],
  ["day", "America/Santiago", "2026-09-06T12:00:00Z", "2026-09-06T01:00:00.000-03:00"],
  ["week", "Europe/Berlin", "2026-11-01T22:59:59Z", "2026-10-26T00:00:00.000+01:00"],
  ["week", "Europe/Berlin", "2026-11-01T23:00:00Z", "2026-11-02T00:00:00.000+01:00"],
  ["month", "Europe/Berlin", "2026-10-31T23:00:00Z", "2026-11-01T00:00:00.000+01:00"],
] as const)("the %s in %s of %s begins at %s", (grain, zone, at, start) => {
  expect(bucketOf(grain, zone)(Date.parse(at))).toBe(start);
});

test("a bucket begins not after its time, and its beginning is in the same bucket", async () => {
  const zone = fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Santiago");
  const at = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) });
  await fc.assert(
    fc.property(fc.constantFrom(...grains), zone, at, (grain, name, ms) => {
      const start = bucketOf(grain, name)(ms);
      const begins = Temporal.Instant.from(start).epochMilliseconds;
      expect(begins).toBeLessThanOrEqual(ms);
      expect(ms - begins).toBeLessThan(32 * 86_400_000);
      expect(bucketOf(grain, name)(begins)).toBe(start);
    }),
  );
});

test("more groups or ids than are held are refused, not left out", () => {
  const rows = [0, 1, 2].map((place) => ({ I: `${place}`, C: `${place}` }));
  expect(() => counted({ ...plain, most: { groups: 2, ids: 9 } }, rows)).toThrow(TooManyError);
  expect(() => counted({ ...plain, dimensions: [], most: { groups: 9, ids: 2 } }, rows)).toThrow("more than 2 ids");
  expect(counted({ ...plain, most: { groups: 3, ids: 3 } }, [...rows, ...rows])).toHaveLength(3);
});

test("counts are those of a plain reckoning", async () => {
  const row = fc.record({ I: fc.constantFrom("1", "2", "3"), C: fc.constantFrom("a", "b", null), D: fc.boolean() });
  await fc.assert(
    fc.property(fc.array(row), (rows) => {
      const found = counted({ ...plain, dimensions: ["C", "D"] }, rows);
      const key = (one: Record<string, unknown>) => JSON.stringify([one.C, one.D]);
      expect(new Set(found.map(key)).size).toBe(found.length);
      for (const group of found) {
        const own = rows.filter((one) => key(one) === key(group));
        expect(group.N).toBe(new Set(own.map(({ I }) => I)).size);
      }
      expect(found.length).toBe(new Set(rows.map(key)).size);
    }),
  );
});
