import fc from "fast-check";
import { expect, test } from "vitest";
import { tooltipPlace } from "../../../../client/charts/time/tooltip-place.ts";

/** The left end of a tooltip of a width, as a browser reckons it from the style. */
function leftOf(transform: string, width: number): number {
  const [, name, first, second] =
    /^translateX\((min|max)\((-?[\d.e-]+)px, (-?[\d.e-]+)px - 100%\)\)$/.exec(transform) ?? [];
  const both = [Number(first), Number(second) - width];
  return name === "min" ? Math.min(...both) : Math.max(...both);
}

test("a tooltip is beside the bucket that is pointed at, and within the card, whatever takes less than half", () => {
  const drawings = fc.record({ width: fc.integer({ min: 250, max: 2000 }), buckets: fc.integer({ min: 4, max: 400 }) });
  fc.assert(
    fc.property(
      drawings,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(),
      ({ width, buckets }, part, wide) => {
        const drawn = { width, buckets, axis: 30 };
        const band = (width - drawn.axis) / buckets;
        const begin = drawn.axis + Math.floor(part * buckets) * band;
        const { maxWidth: widest, transform } = tooltipPlace(begin + band / 2, drawn);
        const maxWidth = Number(/^min\(12\.5rem, ([\d.]+)px\)$/.exec(widest)?.[1]);
        const tooltip = 1 + (wide % Math.floor(maxWidth));
        const left = leftOf(transform, tooltip);
        expect(left + tooltip <= begin || left >= begin + band).toBe(true);
        expect(left).toBeGreaterThanOrEqual(-10.001);
        expect(left + tooltip).toBeLessThanOrEqual(width + 10.001);
        expect(maxWidth).toBeGreaterThan(width / 2 - band);
      },
    ),
  );
});
