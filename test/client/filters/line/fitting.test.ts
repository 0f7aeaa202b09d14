import fc from "fast-check";
import { expect, test } from "vitest";
import { hiddenItems, type LineItem } from "../../../../client/filters/line/fitting.ts";

const gap = 6;
const anyItems = fc
  .array(fc.record({ width: fc.integer({ min: 10, max: 300 }), isUsed: fc.boolean() }), { maxLength: 12 })
  .map((items) => items.map((item, place): LineItem => ({ ...item, id: String(place) })));

const widthOf = (items: readonly LineItem[]) => items.reduce((sum, { width }) => sum + width + gap, 0);

test("What stays fits, and nothing leaves that would have fitted", () => {
  fc.assert(
    fc.property(anyItems, fc.integer({ min: -100, max: 2000 }), (items, room) => {
      const hidden = hiddenItems(items, room, gap);
      const left = items.filter(({ id }) => !hidden.includes(id));
      expect(widthOf(left) <= room || left.length === 0).toBe(true);
      const last = items.find(({ id }) => id === hidden.at(-1));
      if (last) expect(widthOf([...left, last])).toBeGreaterThan(room);
    }),
  );
});

test("What narrows the view leaves after all that does not, each from the end", () => {
  fc.assert(
    fc.property(anyItems, fc.integer({ min: 0, max: 2000 }), (items, room) => {
      const hidden = hiddenItems(items, room, gap);
      const leaving = [...items.filter(({ isUsed }) => isUsed), ...items.filter(({ isUsed }) => !isUsed)].toReversed();
      expect(hidden).toEqual(leaving.slice(0, hidden.length).map(({ id }) => id));
    }),
  );
});
