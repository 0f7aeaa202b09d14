import fc from "fast-check";
import { expect, test } from "vitest";
import { type Part, pairwise } from "../../scripts/shots/pairwise.ts";

type Factor = "a" | "b" | "c" | "d";
const names = ["a", "b", "c", "d"] as const;
const values = fc.integer({ min: 1, max: 4 }).map((count) => Array.from({ length: count }, (_, place) => `${place}`));
/** Two values that may not stand together. */
const forbidden = fc.record({
  one: fc.constantFrom(...names),
  value: fc.constantFrom("0", "1", "2", "3"),
  other: fc.constantFrom(...names),
  otherValue: fc.constantFrom("0", "1", "2", "3"),
});

test("every pair that may stand together occurs, and nothing that may not", () => {
  fc.assert(
    fc.property(fc.record({ a: values, b: values, c: values, d: values }), fc.array(forbidden), (factors, rules) => {
      const isAllowed = (part: Part<Factor>) =>
        rules.every(({ one, value, other, otherValue }) => part[one] !== value || part[other] !== otherValue);
      const all = factors.a.flatMap((a) =>
        factors.b.flatMap((b) => factors.c.flatMap((c) => factors.d.map((d) => ({ a, b, c, d })))),
      );
      const allowed = all.filter(isAllowed);
      const pairsOf = (rows: readonly Record<Factor, string>[]) =>
        new Set(
          rows.flatMap((row) =>
            names.flatMap((one, at) => names.slice(at + 1).map((other) => `${one}${row[one]} ${other}${row[other]}`)),
          ),
        );
      const rows = pairwise<Factor>(factors, isAllowed);
      expect(rows.every(isAllowed)).toBe(true);
      expect(pairsOf(rows)).toEqual(pairsOf(allowed));
      // Each has brought a pair that none before it had.
      for (const [at, row] of rows.entries())
        expect(pairsOf(rows.slice(0, at + 1)).size, JSON.stringify(row)).toBeGreaterThan(
          pairsOf(rows.slice(0, at)).size,
        );
    }),
  );
});

test("pairs of many factors take far fewer combinations than there are", () => {
  const factors = { a: ["0", "1", "2", "3"], b: ["0", "1", "2"], c: ["0", "1"], d: ["0", "1"] };
  expect(pairwise<Factor>(factors, () => true).length).toBeLessThanOrEqual(14);
});
