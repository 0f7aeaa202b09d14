import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexRows, type RowsPage } from "../../../client/insights/row-index.ts";

const pageLists = fc
  .array(fc.nat({ max: 7 }), { maxLength: 30 })
  .map((lengths) => lengths.map((length, p): RowsPage => ({ items: Array.from({ length }, (_, i) => ({ p, i })) })));

function flat(pages: readonly RowsPage[]) {
  return pages.flatMap(({ items }) => items);
}

describe("the row index", () => {
  test("finds every row where joining the pages would put it", () => {
    fc.assert(
      fc.property(pageLists, (pages) => {
        const rows = flat(pages);
        const index = indexRows(pages);
        expect(index.count).toBe(rows.length);
        for (let place = -1; place <= rows.length; place += 1) expect(index.at(place)).toBe(rows[place]);
      }),
    );
  });

  test("cuts the slice that the joined pages would give", () => {
    fc.assert(
      fc.property(pageLists, fc.nat({ max: 250 }), fc.nat({ max: 250 }), (pages, start, end) => {
        expect(indexRows(pages).slice(start, end)).toEqual(flat(pages).slice(start, Math.max(start, end)));
      }),
    );
  });

  test("stays right for every list that grows, shrinks or branches from the same first page", () => {
    fc.assert(
      fc.property(pageLists, fc.array(fc.tuple(fc.nat(), pageLists), { maxLength: 6 }), (start, steps) => {
        const indexed = [start, ...steps.map(([at, more]) => [...start.slice(0, at % (start.length + 1)), ...more])];
        const indexes = indexed.map((pages) => indexRows(pages));
        indexed.forEach((pages, i) => {
          expect(indexes[i]?.count).toBe(flat(pages).length);
          expect(indexes[i]?.slice(0, 1000)).toEqual(flat(pages));
        });
      }),
    );
  });

  test("reads only the new page when a list grows by one", () => {
    let reads = 0;
    const counted = (length: number): RowsPage => {
      const items = Array.from({ length }, (_, i) => ({ i }));
      return {
        get items() {
          reads += 1;
          return items;
        },
      };
    };
    let pages = Array.from({ length: 1000 }, () => counted(3));
    expect(indexRows(pages).count).toBe(3000);
    reads = 0;
    pages = [...pages, counted(2)];
    expect(indexRows(pages).count).toBe(3002);
    expect(reads).toBe(1);
  });

  test("is the same object for the same list", () => {
    const pages = [{ items: [{ a: 1 }] }];
    expect(indexRows(pages)).toBe(indexRows(pages));
  });
});
