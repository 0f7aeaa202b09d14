import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Trail } from "../../../client/rows/trail.ts";

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 400 });

function walk(pages: readonly number[]): Trail {
  const trail = new Trail();
  let start = 0;
  pages.forEach((length, i) => {
    trail.add(start, i === 0 ? undefined : `t${start}`, length, i === pages.length - 1);
    start += length;
  });
  return trail;
}

describe("the trail of a list", () => {
  test("knows how far the list is known, and the nearest page before every place", () => {
    fc.assert(
      fc.property(lengths, fc.nat(), (pages, at) => {
        const trail = walk(pages);
        const count = pages.reduce((a, b) => a + b, 0);
        expect(trail.count).toBe(count);
        expect(trail.ended).toBe(true);
        const place = at % count;
        const mark = trail.before(place);
        expect(mark?.start ?? 0).toBeLessThanOrEqual(place);
        expect(place - (mark?.start ?? 0)).toBeLessThan(9);
        expect(mark).toEqual(mark && { start: mark.start, token: `t${mark.start}` });
      }),
    );
  });

  test("does not grow with the list, and is nowhere far from a remembered page", () => {
    const trail = walk(Array.from({ length: 30_000 }, () => 100));
    expect(trail.count).toBe(3_000_000);
    expect(trail.size).toBeLessThanOrEqual(2000);
    for (let place = 5000; place < 3_000_000; place += 9973)
      expect(place - (trail.before(place)?.start ?? 0)).toBeLessThan(16 * 100 * 2);
  });

  test("does not count a page twice", () => {
    const trail = new Trail();
    trail.add(0, undefined, 10, false);
    trail.add(0, undefined, 10, false);
    trail.add(10, "a", 5, true);
    trail.add(10, "a", 5, true);
    expect(trail.count).toBe(15);
  });
});
