import fc from "fast-check";
import { expect, test } from "vitest";
import { isRangeEnd, nudged } from "../../../client/view/nudge.ts";

test("ends move outwards by the smallest step of their own precision", () => {
  expect(nudged("10", "20")).toEqual({ from: "9", to: "21" });
  expect(nudged("-1", "0.50")).toEqual({ from: "-2", to: "0.51" });
  expect(nudged("2026-11-01T00:00:00.000Z", undefined)).toEqual({ from: "2026-10-31T23:59:59.999Z", to: undefined });
});

test("no digit is lost, however many there are", () => {
  expect(nudged("9007199254740993", "12345678901234567890.5")).toEqual({
    from: "9007199254740992",
    to: "12345678901234567890.6",
  });
  expect(nudged(`0.${"0".repeat(120)}`, "-0.1")).toEqual({ from: `-0.${"0".repeat(119)}1`, to: "0.0" });
});

test("whatever is no number and no moment is not taken for one", () => {
  expect(["1,5", "abc 1", "2026", "2026-11-01", "1e3", "", " 5", "NaN"].filter(isRangeEnd)).toEqual(["2026"]);
  expect(isRangeEnd("2026-11-01T00:00:00.000Z")).toBe(true);
  expect(nudged("abc 1", undefined).from).toBe("abc 1");
});

test("whatever GT and LT mean, both ends of a range of whole numbers are in and their conversationApis are not", () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), (from, size) => {
      const { from: low, to: high } = nudged(String(from), String(from + size));
      const strictly = (value: number) => value > Number(low) && value < Number(high);
      expect([from, from + size].every(strictly)).toBe(true);
      expect([from - 1, from + size + 1].some(strictly)).toBe(false);
    }),
  );
});
