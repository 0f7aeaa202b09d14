import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexRows, type RowsPage } from "../../../client/rows/row-index.ts";

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

  test("holds no page that has left the list, whoever still has an earlier one", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const made: WeakRef<RowsPage>[] = [];
    const page = (): RowsPage => {
      const one = { items: [{ i: made.length }], start: made.length };
      made.push(new WeakRef(one));
      return one;
    };
    const first = [page(), page(), page(), page()];
    let held = first;
    for (let i = 0; i < 100; i += 1) {
      indexRows(held);
      held = [...held.slice(1), page()];
    }
    await new Promise((done) => setTimeout(done));
    collect();
    // What is alive: the first list, which somebody still has, and the last one.
    expect(made.filter((one) => one.deref()).length).toBe(8);
    expect([indexRows(first).at(0), indexRows(held).count]).toEqual([{ i: 0 }, 104]);
  });

  test("is the same object for the same list", () => {
    const pages = [{ items: [{ a: 1 }] }];
    expect(indexRows(pages)).toBe(indexRows(pages));
  });
});
