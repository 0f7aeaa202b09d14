import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ordered } from "../../../../server/dialect/local/ordered.ts";

const kinds = { times: new Set(["T"]), numbers: new Set(["N"]) };

function sorted(field: string, direction: "ASC" | "DESC", cells: readonly unknown[]): unknown[] {
  return ordered(
    cells.map((cell) => ({ [field]: cell })),
    [{ field, direction }],
    kinds,
  ).map((row) => row[field]);
}

test("numbers by value, texts by code units, times as moments, what is not there last", () => {
  expect(sorted("X", "ASC", ["b", null, "B", "a"])).toEqual(["B", "a", "b", null]);
  expect(sorted("X", "DESC", ["b", null, "B", "a"])).toEqual(["b", "a", "B", null]);
  expect(sorted("X", "ASC", [10, 9, undefined, -1])).toEqual([-1, 9, 10, undefined]);
  expect(sorted("N", "ASC", ["10", "9", "1e3", "3.125"])).toEqual(["3.125", "9", "10", "1e3"]);
  expect(sorted("X", "ASC", ["10", "9"])).toEqual(["10", "9"]);
  const moments = ["2026-11-01T10:30:00Z", "2026-11-01T12:00:00+02:00", "2026-11-01T10:00:00.000001Z"];
  expect(sorted("T", "ASC", moments)).toEqual([moments[1], moments[2], moments[0]]);
});

test("further fields decide between equal ones, and after them the order that rows came in", () => {
  const rows = [
    { a: 1, b: "x", n: 1 },
    { a: 2, b: "y", n: 2 },
    { a: 1, b: "z", n: 3 },
    { a: 1, b: "x", n: 4 },
  ];
  const by = [{ field: "a", direction: "DESC" as const }, { field: "b" }];
  expect(ordered(rows, by).map(({ n }) => n)).toEqual([2, 1, 4, 3]);
  expect(ordered(rows, [])).toEqual(rows);
});

test("every list has one order, whatever order it came in", async () => {
  const cell = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 }));
  await fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const once = sorted("N", "ASC", cells);
      expect(once.map((one) => JSON.stringify(one)).toSorted()).toEqual(
        cells.map((one) => JSON.stringify(one)).toSorted(),
      );
      const key = (one: unknown) => JSON.stringify(one);
      const shown = (list: unknown[]) => list.filter((one) => typeof one === "number" || one === null).map(key);
      expect(shown(sorted("N", "ASC", [...cells].reverse()))).toEqual(shown(once));
    }),
  );
});
