import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureChange, shareChange, volumeChange } from "../../../../client/charts/figures/change.ts";
import { lineOf } from "../../../../client/charts/figures/line.ts";
import type { Trend } from "../../../../client/charts/trend/trend.ts";
import { loadLaterWords } from "../../../../client/words/words.ts";

await loadLaterWords();

const measured = (value: number) => ({ text: String(value), value });
const count = fc.integer({ min: 1, max: 1e7 });
const share = fc.tuple(count, fc.double({ min: 0, max: 1, noNaN: true })).map(([of, ratio]) => ({
  part: Math.round(of * ratio),
  of,
}));
/** What a change looks like: nothing, or a sign with a number that is not zero. */
const signOf = (text: string) => (text === "±0" ? 0 : text.startsWith("+") ? 1 : text.startsWith("-") ? -1 : undefined);

test.each([
  [{ part: 137, of: 1000 }, { part: 126, of: 1000 }, "+1.1 pt", "worse"],
  [{ part: 1, of: 3 }, { part: 2, of: 6 }, "±0", "neutral"],
  [{ part: 1, of: 100_000 }, { part: 0, of: 100_000 }, "+0.001 pt", "worse"],
  [{ part: 0, of: 10 }, { part: 10, of: 10 }, "-100 pt", "better"],
] as const)("%o against %o is %s", (now, before, text, tone) => {
  expect(shareChange(now, before, true)).toEqual({ text, tone });
});

test.each([
  [252, 261, "-9 s", "better"],
  [1120, 878, "+4 m 2 s", "worse"],
  [10.1, 10, "+100 ms", "worse"],
  [10, 10, "±0", "neutral"],
])("%d s against %d s is %s", (now, before, text, tone) => {
  expect(measureChange(measured(now), measured(before), "seconds")).toEqual({ text, tone });
});

test("without a unit a change is a number", () => {
  expect(measureChange(measured(12.5), measured(10), undefined)).toEqual({ text: "+2.5", tone: "worse" });
});

describe("properties", () => {
  test("the sign of a change of shares is that of the difference, never rounded away, and turned round it is the opposite", () => {
    fc.assert(
      fc.property(share, share, (now, before) => {
        const difference = Math.sign(now.part * before.of - before.part * now.of);
        const there = shareChange(now, before, true);
        const back = shareChange(before, now, true);
        expect(signOf(there.text)).toBe(difference);
        expect(there.tone).toBe(difference === 0 ? "neutral" : difference > 0 ? "worse" : "better");
        expect(signOf(back.text)).toBe(0 - difference + 0);
        expect(back.text.slice(1)).toBe(there.text.slice(1));
        expect(shareChange(now, before, false).tone).toBe("neutral");
      }),
    );
  });

  test("so is that of a duration, in every unit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 0, max: 1e6 }),
        fc.constantFrom("milliseconds", "seconds", "minutes", "hours", undefined),
        (now, before, unit) => {
          const { text } = measureChange(measured(now), measured(before), unit);
          expect(signOf(text)).toBe(Math.sign(now - before));
          if (text !== "±0") expect(text).not.toMatch(/^.0( |$)/);
        },
      ),
    );
  });

  test("a volume is neither good nor bad", () => {
    fc.assert(
      fc.property(count, count, (now, before) => {
        expect(volumeChange(now, before).tone).toBe("neutral");
      }),
    );
  });
});

describe("the line", () => {
  const day = 86_400_000;
  const trend = (totals: readonly (readonly [total: number, negative: number])[]): Trend => ({
    grain: "day",
    zone: "UTC",
    population: { kind: "all", count: 0 },
    outside: 0,
    keys: ["negative", "positive"],
    overlap: false,
    shifted: false,
    buckets: totals.map(([total, negative], place) => ({
      start: place * day,
      end: (place + 1) * day,
      total,
      partial: false,
      counts: new Map([
        ["negative", negative],
        ["positive", total - negative],
      ]),
    })),
  });

  test("of seven days has a point for each, and the one under way is open", () => {
    const points = lineOf(trend([...Array(7)].map((_, place) => [10 + place, place] as const)), "negative", 6.5 * day);
    expect(points.map(({ open }) => open)).toEqual([false, false, false, false, false, false, true]);
    expect(points.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6].map((place) => place / (10 + place)));
  });

  test("leaves out what has not begun, and draws no line of one point", () => {
    expect(
      lineOf(
        trend([
          [1, 0],
          [2, 0],
          [3, 0],
        ]),
        "conversations",
        2 * day,
      ),
    ).toHaveLength(2);
    expect(
      lineOf(
        trend([
          [1, 0],
          [2, 0],
        ]),
        "conversations",
        day / 2,
      ),
    ).toEqual([]);
  });

  test("of any number of days has seven points at most, all of them of days, and no share above one", () => {
    const some = fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 2, maxLength: 90 });
    fc.assert(
      fc.property(some, (pairs) => {
        const totals = pairs.map(([negative, rest]) => [negative + rest, negative] as const);
        const points = lineOf(trend(totals), "conversations", 100 * day);
        expect(points).toHaveLength(Math.min(7, totals.length));
        const all = totals.map(([total]) => total);
        for (const { value } of points) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...all));
          expect(value).toBeLessThanOrEqual(Math.max(...all));
        }
        for (const { value } of lineOf(trend(totals), "negative", 100 * day))
          expect(value <= 1 && value >= 0).toBe(true);
      }),
    );
  });
});
