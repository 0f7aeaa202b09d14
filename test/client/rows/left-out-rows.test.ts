import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LeftOutRows } from "../../../client/rows/left-out-rows.ts";
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
        const leftOut = new LeftOutRows();
        let [start, sent, outside] = [0, 0, 0];
        const drawn: unknown[] = [];
        for (const page of pages) {
          const filteredPage = leftOut.first(page, dimensions, isOutside);
          leftOut.add(filteredPage, start);
          drawn.push(...idsOf(filteredPage.kept));
          start += filteredPage.kept.length;
          sent += page.length;
          outside += filteredPage.outside;
        }
        const all = pages.flat().filter((row) => !isOutside(row));
        expect(drawn).toEqual([...new Set(idsOf(all))]);
        expect(leftOut.outside).toBe(outside);
        expect(leftOut.repeated).toBe(sent - outside - drawn.length);
      }),
      { numRuns: long(100, 2000) },
    );
  });

  test("lose the same ones when a page is read again, from either end", () => {
    fc.assert(
      fc.property(anyPages, (pages) => {
        const leftOut = new LeftOutRows();
        let start = 0;
        const first = pages.map((page) => {
          const filteredPage = leftOut.first(page, dimensions, isOutside);
          leftOut.add(filteredPage, start);
          const at = start;
          start += filteredPage.kept.length;
          return { page, kept: filteredPage.kept, start: at, end: start };
        });
        for (const { page, kept, start, end } of first) {
          if (kept.length === 0) continue;
          expect(leftOut.again(page, dimensions, isOutside, { start })).toEqual(kept);
          expect(leftOut.again(page, dimensions, isOutside, { end })).toEqual(kept);
        }
      }),
      { numRuns: long(100, 2000) },
    );
  });

  test("are not taken for one another where their dimensions are in none of them", () => {
    const leftOut = new LeftOutRows();
    const rows = [{ Measure: 1 }, { Measure: 1 }];
    expect(leftOut.first(rows, dimensions, () => false)).toMatchObject({ kept: rows, repeated: [] });
  });

  test("are remembered in bounded number: what comes again after thousands is drawn again", () => {
    const leftOut = new LeftOutRows();
    const rows = Array.from({ length: 5000 }, (_, Id) => ({ Id: Id * 7 + 1 }));
    leftOut.add(leftOut.first(rows, dimensions, isOutside), 0);
    expect(leftOut.first(rows.slice(-1), dimensions, isOutside).kept).toEqual([]);
    expect(leftOut.first(rows.slice(0, 1), dimensions, isOutside).kept).toEqual(rows.slice(0, 1));
  });
});
