import fc from "fast-check";
import { expect, it } from "vitest";
import { countScale } from "../../../../client/charts/trend/scale.ts";

it("marks round counts from zero", () => {
  expect(countScale(2095, 4)).toEqual({ max: 2095, ticks: [0, 1000, 2000] });
  expect(countScale(1900, 4).ticks).toEqual([0, 500, 1000, 1500]);
});

it("never marks half a conversation", () => {
  expect(countScale(2, 4).ticks).toEqual([0, 1, 2]);
  expect(countScale(0, 4)).toEqual({ max: 1, ticks: [0, 1] });
});

it("starts at zero, holds every bar, and has few whole marks", () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), fc.integer({ min: 1, max: 6 }), (highest, steps) => {
      const { max, ticks } = countScale(highest, steps);
      expect(ticks[0]).toBe(0);
      expect(max).toBeGreaterThanOrEqual(highest);
      expect(ticks.at(-1)).toBeLessThanOrEqual(max);
      expect(ticks.length).toBeLessThanOrEqual(steps + 1);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }),
  );
});
