import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cellMembers } from "../../../../client/format/values.ts";
import { type FilterLeaf, notSetLeaf } from "../../../../contract/query.ts";
import { predicate } from "../../../../server/dialect/local/predicate.ts";

const times = new Set(["T"]);

function fits(leaf: FilterLeaf, cell: unknown, zone?: string): boolean {
  return predicate([{ op: "AND", expressions: [leaf] }], times, zone)({ [leaf.field]: cell });
}

test.each<[op: FilterLeaf["op"], values: string[], cell: unknown, expected: boolean]>([
  ["EQ", ["a"], "a", true],
  ["EQ", ["a"], "A", false],
  ["EQ", ["3"], 3, true],
  ["EQ", ["3.0"], 3, true],
  ["EQ", ["3.0"], "3", false],
  ["EQ", ["true"], true, true],
  ["EQ", ["a"], null, false],
  ["EQ", [], "a", false],
  ["EQ", [], "", true],
  ["EQ", [], null, true],
  ["EQ", [], undefined, true],
  ["EQ", [], [], true],
  ["EQ", [], [null, ""], true],
  ["EQ", [], ["", "a"], false],
  ["EQ", [], " ", false],
  ["EQ", [], 0, false],
  ["EQ", [], false, false],
  ["IN", ["a", "b"], ["c", "b"], true],
  ["IN", ["a", "b"], ["c"], false],
  ["IN", ["a"], [], false],
  ["IN", ["a"], undefined, false],
  ["NE", ["a"], "b", true],
  ["NE", ["a"], null, true],
  ["NE", ["a"], [], true],
  ["NE", ["a"], ["b", "a"], false],
  ["NE", ["a", "b"], "b", false],
  ["GT", ["9"], 10, true],
  ["GT", ["9"], "10", true],
  ["GT", ["10"], 10, false],
  ["GT", ["b"], "c", true],
  ["GT", ["b"], "a", false],
  ["GT", ["1"], null, false],
  ["GT", [], 1, false],
  ["LT", ["10"], "9", true],
  ["LT", ["10"], 10, false],
  ["LT", ["b"], "a", true],
])("%s %j on %j: %s", (op, values, cell, expected) => {
  expect(fits({ op, field: "F", values }, cell)).toBe(expected);
});

test.each<[op: FilterLeaf["op"], value: string, cell: unknown, expected: boolean]>([
  ["GT", "2026-11-01T10:00:00.000Z", "2026-11-01T10:00:00.000001Z", true],
  ["GT", "2026-11-01T10:00:00.000Z", "2026-11-01T10:00:00Z", false],
  ["GT", "2026-11-01T10:00:00.000Z", "2026-11-01T12:00:01+02:00", true],
  ["LT", "2026-11-01T10:00:00.000Z", "2026-11-01T11:59:59+02:00", true],
  ["EQ", "2026-11-01T10:00:00.000Z", "2026-11-01T12:00:00+02:00", true],
  ["NE", "2026-11-01T10:00:00.000Z", "2026-11-01T12:00:00+02:00", false],
  ["GT", "2026-11-01", "2026-11-01T00:00:00.001Z", true],
  ["GT", "2026-11-01T10:00:00Z", "soon", false],
  ["LT", "2026-11-01T10:00:00Z", "soon", false],
])("time: %s %s on %j: %s", (op, value, cell, expected) => {
  expect(fits({ op, field: "T", values: [value] }, cell)).toBe(expected);
});

test("a time without an offset is one of the zone", () => {
  const leaf: FilterLeaf = { op: "GT", field: "T", values: ["2026-11-28"] };
  expect(fits(leaf, "2026-11-28T04:59:00Z", "America/New_York")).toBe(false);
  expect(fits(leaf, "2026-11-28T05:01:00Z", "America/New_York")).toBe(true);
});

test("all of a group, any of an OR group, and all groups", () => {
  const eq = (field: string): FilterLeaf => ({ op: "EQ", field, values: ["1"] });
  const row = { a: "1", b: "2", c: "1" };
  const fitsAll = predicate(
    [{ expressions: [eq("a"), eq("c")] }, { op: "OR", expressions: [eq("b"), eq("c")] }],
    times,
  );
  expect(fitsAll(row)).toBe(true);
  expect(predicate([{ expressions: [eq("a"), eq("b")] }], times)(row)).toBe(false);
  expect(predicate([{ op: "OR", expressions: [eq("b")] }, { expressions: [eq("a")] }], times)(row)).toBe(false);
  expect(predicate([], times)(row)).toBe(true);
});

test("IN takes exactly what NE of the same values leaves out, and a number is above, at or below a limit", async () => {
  const cell = fc.oneof(fc.constantFrom("a", "b", "", null), fc.array(fc.constantFrom("a", "b", "c")), fc.integer());
  const values = fc.array(fc.oneof(fc.constantFrom("a", "b", "c"), fc.integer().map(String)));
  await fc.assert(
    fc.property(cell, values, (value, wanted) => {
      const isIn = fits({ op: "IN", field: "F", values: wanted }, value);
      expect(fits({ op: "NE", field: "F", values: wanted }, value)).toBe(!isIn);
    }),
  );
  await fc.assert(
    fc.property(fc.integer(), fc.integer(), (value, limit) => {
      const tests = (["GT", "EQ", "LT"] as const).map((op) => fits({ op, field: "F", values: [String(limit)] }, value));
      expect(tests).toEqual([value > limit, value === limit, value < limit]);
    }),
  );
});

test("what is not set is what the screen shows nothing for", async () => {
  const member = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined));
  const cell = fc.oneof(member, fc.array(fc.oneof(member, fc.array(member))));
  await fc.assert(
    fc.property(cell, fc.constantFrom("F", "T"), (value, field) => {
      expect(fits(notSetLeaf(field), value)).toBe(cellMembers(value).length === 0);
    }),
  );
});
