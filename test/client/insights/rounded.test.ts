import { expect, test } from "vitest";
import { nothingTold } from "../../../client/api/told.ts";
import { isOff, type KnownCube } from "../../../client/insights/use-cube.ts";

const rounded = { ...nothingTold, notes: [{ text: "Rounded.", key: "dialectRounded", values: { most: 10 } }] };

function cube(counts: readonly number[], count: number): KnownCube {
  const members = { channel: [], language: [], sentiment: [], status: [] };
  const groups = counts.map((one) => ({ count: one, members }));
  return { groups, count, addsUp: false, isEstimate: false, told: nothingTold };
}

test("a cube of rounded figures seems to take lists apart only where it holds more than rounding can add", () => {
  const within = cube([20, 20, 20], 40);
  const beyond = cube([30, 20, 20], 40);
  expect([isOff(within), isOff(beyond)]).toEqual([true, true]);
  expect([within, beyond].map((one) => isOff({ ...one, told: rounded }))).toEqual([false, true]);
});
