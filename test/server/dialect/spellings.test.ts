import fc from "fast-check";
import { expect, test } from "vitest";
import { readInstant, spelledBound, spellingNames, spellings } from "../../../server/dialect/spellings.ts";

const instants = fc.integer({ min: Date.parse("2001-09-10T00:00:00Z"), max: Date.parse("2100-01-01T00:00:00Z") });

test.each(spellingNames)("a bound in %s never leaves out what was asked for", (name) => {
  const day = 86_400_000;
  fc.assert(
    fc.property(instants, fc.constantFrom("GT" as const, "LT" as const), (ms, op) => {
      const { value, exactness } = spelledBound(op, ms, name);
      const bound = spellings[name].read(value) ?? Number.NaN;
      if (exactness === "instant") expect(bound).toBe(ms);
      if (op === "GT") expect(bound).toBeLessThanOrEqual(ms);
      else expect(bound).toBeGreaterThanOrEqual(ms);
      expect(Math.abs(bound - ms)).toBeLessThan(exactness === "coarse" ? 2 * day : 1000);
    }),
  );
});

test("a day alone is asked for with the day before, whatever of it an API takes in", () => {
  // The first instant that is wanted is midnight.
  expect(spelledBound("GT", Date.parse("2026-10-31T23:59:59.999Z"), "date").value).toBe("2026-10-31");
  expect(spelledBound("GT", Date.parse("2026-11-01T11:59:59.999Z"), "date").value).toBe("2026-10-31");
  expect(spelledBound("LT", Date.parse("2026-11-08T00:00:00.000Z"), "date").value).toBe("2026-11-08");
  expect(spelledBound("LT", Date.parse("2026-11-08T00:00:00.001Z"), "date").value).toBe("2026-11-09");
});

test("only the form of Earshot's own requests is read as an instant", () => {
  expect(readInstant("2026-11-01T00:00:00.000Z")).toBe(Date.parse("2026-11-01T00:00:00Z"));
  for (const value of ["2026-11-01", "2026-11-01T00:00:00Z", "1790000000000", "voice", "2026-13-01T00:00:00.000Z"]) {
    expect(readInstant(value)).toBeUndefined();
  }
});
