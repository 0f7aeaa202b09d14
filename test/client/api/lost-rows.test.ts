import fc from "fast-check";
import { expect, test } from "vitest";
import { withRegained } from "../../../client/api/lost-rows.ts";
import { nothingTold } from "../../../client/api/told.ts";

const orderBy = [{ field: "Name", direction: "ASC" as const }];
const request = { query: { measures: ["Count"], dimensions: ["Name"], orderBy } };

function read(places: readonly number[], lost: number) {
  return {
    rows: places.map((place) => ({ Name: `n${place}`, Count: place })),
    told: { ...nothingTold, lost },
    cut: false,
  };
}

function placesIn({ rows }: ReturnType<typeof read>): number[] {
  return rows.map(({ Count }) => Count);
}

test("what either of two readings has is there once and in its place, and what neither has is lost", async () => {
  const list = fc.array(fc.record({ first: fc.boolean(), second: fc.boolean() }), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(list, async (rows) => {
      const having = (which: "first" | "second") => rows.flatMap((row, place) => (row[which] ? [place] : []));
      const [first, second] = [having("first"), having("second")];
      fc.pre(first.length > 0 && second.length > 0);
      const joined = await withRegained(request, read(first, rows.length - first.length), async () =>
        read(second.toReversed(), rows.length - second.length),
      );
      const either = [...new Set([...first, ...second])];
      expect(new Set(placesIn(joined))).toEqual(new Set(either));
      expect(joined.rows).toHaveLength(either.length);
      expect(joined.told.lost).toBe(rows.length - either.length);
      for (const part of [first, second]) {
        expect(placesIn(joined).filter((place) => part.includes(place))).toEqual(part);
      }
    }),
  );
});

test("where a dimension is in no row or a group came twice, nothing tells which rows are new", async () => {
  const one = { rows: [{ Count: 1 }], told: { ...nothingTold, lost: 1 }, cut: false };
  const other = { rows: [{ Count: 2 }], told: nothingTold, cut: false };
  expect(await withRegained(request, one, async () => other)).toBe(one);
  const twice = { ...read([1, 3], 1), told: { ...nothingTold, lost: 1, repeated: 1 } };
  expect(await withRegained(request, twice, async () => read([2, 1], 1))).toBe(twice);
});
