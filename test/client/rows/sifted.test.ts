import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Sifted } from "../../../client/rows/sifted.ts";
import { long } from "../../support/long.ts";

const size = 5;
const dimensions = ["Id"];
const isOutside = ({ Id }: Record<string, unknown>) => Number(Id) % 7 === 0;
const idsOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ Id }) => Id);

/** Pages of a list of which newer rows arrive at the top while it is read: `arrivals[i]` before page i is read. */
function shiftingPages(count: number, arrivals: readonly number[]): { Id: number }[][] {
  const pages: { Id: number }[][] = [];
  let list = Array.from({ length: count }, (_, i) => ({ Id: i + 1 }));
  let newest = 0;
  for (let at = 0; at < list.length; at += size) {
    const arrived = Array.from({ length: arrivals[pages.length] ?? 0 }, () => {
      newest -= 1;
      return { Id: newest };
    });
    list = [...arrived.reverse(), ...list];
    pages.push(list.slice(at, at + size));
  }
  return pages;
}

const anyPages = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.array(fc.nat(size - 1), { maxLength: 12 }))
  .map(([count, [, ...arrivals]]) => shiftingPages(count, [0, ...arrivals]));

describe("rows of pages that shift while they are read", () => {
  test("are drawn once each, in their order, and none is lost", () => {
    fc.assert(
      fc.property(anyPages, (pages) => {
        const sifted = new Sifted();
        let [start, sent, outside] = [0, 0, 0];
        const drawn: unknown[] = [];
        for (const page of pages) {
          const sift = sifted.first(page, dimensions, isOutside);
          sifted.add(sift, start);
          drawn.push(...idsOf(sift.kept));
          start += sift.kept.length;
          sent += page.length;
          outside += sift.outside;
        }
        const all = pages.flat().filter((row) => !isOutside(row));
        expect(drawn).toEqual([...new Set(idsOf(all))]);
        expect(sifted.outside).toBe(outside);
        expect(sifted.repeated).toBe(sent - outside - drawn.length);
      }),
      { numRuns: long(100, 2000) },
    );
  });

  test("lose the same ones when a page is read again, from either end", () => {
    fc.assert(
      fc.property(anyPages, (pages) => {
        const sifted = new Sifted();
        let start = 0;
        const first = pages.map((page) => {
          const sift = sifted.first(page, dimensions, isOutside);
          sifted.add(sift, start);
          const at = start;
          start += sift.kept.length;
          return { page, kept: sift.kept, start: at, end: start };
        });
        for (const { page, kept, start, end } of first) {
          if (kept.length === 0) continue;
          expect(sifted.again(page, dimensions, isOutside, { start })).toEqual(kept);
          expect(sifted.again(page, dimensions, isOutside, { end })).toEqual(kept);
        }
      }),
      { numRuns: long(100, 2000) },
    );
  });

  test("are not taken for one another where their dimensions are in none of them", () => {
    const sifted = new Sifted();
    const rows = [{ Measure: 1 }, { Measure: 1 }];
    expect(sifted.first(rows, dimensions, () => false)).toMatchObject({ kept: rows, repeated: [] });
  });

  test("are remembered in bounded number: what comes again after thousands is drawn again", () => {
    const sifted = new Sifted();
    const rows = Array.from({ length: 5000 }, (_, Id) => ({ Id: Id * 7 + 1 }));
    sifted.add(sifted.first(rows, dimensions, isOutside), 0);
    expect(sifted.first(rows.slice(-1), dimensions, isOutside).kept).toEqual([]);
    expect(sifted.first(rows.slice(0, 1), dimensions, isOutside).kept).toEqual(rows.slice(0, 1));
  });
});
