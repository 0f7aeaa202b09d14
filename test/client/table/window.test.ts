import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ListState, nextPageMove, type PageMove, type Span } from "../../../client/rows/page-moves.ts";
import { followBar, type ScrollPosition, scrollRange, settle } from "../../../client/table/scroll/scroll-range.ts";
import { inSlotOrder, type PlacedRow } from "../../../client/table/scroll/use-row-window.ts";

const boxHeights = fc.integer({ min: 40, max: 2000 });
const rowHeights = fc.constantFrom(28, 36, 48, 64);
const counts = fc.integer({ min: 0, max: 5_000_000 });

describe("the scroll range", () => {
  test("is exact for every list that the browser can draw", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_000_000 }), boxHeights, fc.nat(), (height, box, at) => {
        const range = scrollRange(height, box);
        expect(range.height).toBe(height);
        expect(range.toList(at)).toBe(at);
        expect(range.toBar(at)).toBe(at);
      }),
    );
  });

  test("is never higher than the limit and reaches from the first row to the last", () => {
    fc.assert(
      fc.property(counts, rowHeights, boxHeights, (count, rowHeight, box) => {
        const range = scrollRange(count * rowHeight, box);
        expect(range.height).toBeLessThanOrEqual(8_000_000);
        expect(range.toList(0)).toBe(0);
        expect(range.toList(range.height - box)).toBe(count * rowHeight - box);
      }),
    );
  });

  test("goes on, never back, and its inverse leads to the same place", () => {
    const heights = fc.integer({ min: 8_000_001, max: 200_000_000 });
    fc.assert(
      fc.property(heights, boxHeights, fc.nat({ max: 8_000_000 }), fc.nat({ max: 5000 }), (height, box, at, more) => {
        const range = scrollRange(height, box);
        const last = range.height - box;
        const [low, high] = [Math.min(at, last), Math.min(at + more, last)];
        expect(range.toList(high)).toBeGreaterThanOrEqual(range.toList(low));
        expect(Math.abs(range.toBar(range.toList(low)) - low)).toBeLessThan(0.01);
      }),
    );
  });

  test("moves pixel by pixel over short ways, and settling moves nothing", () => {
    const heights = fc.integer({ min: 8_000_001, max: 200_000_000 });
    const ways = fc.array(fc.integer({ min: -300, max: 300 }), { maxLength: 40 });
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: 100, max: 2000 }),
        fc.nat({ max: 7_900_000 }),
        ways,
        (height, box, at, moves) => {
          const range = scrollRange(height, box);
          let position: ScrollPosition = followBar(range, { bar: -1e9, offset: 0 }, at, box);
          for (const move of moves) {
            const next = followBar(
              range,
              position,
              Math.min(Math.max(position.bar + move, 0), range.height - box),
              box,
            );
            expect(next.bar + next.offset - position.bar - position.offset).toBe(next.bar - position.bar);
            const settled = settle(range, next, box);
            const top = Math.min(Math.max(next.bar + next.offset, 0), height - box);
            expect(Math.abs(settled.bar + settled.offset - top)).toBeLessThan(0.001);
            expect(settled.bar).toBeGreaterThanOrEqual(0);
            expect(settled.bar).toBeLessThanOrEqual(range.height - box);
            position = settled;
          }
        },
      ),
    );
  });
});

/** A list behind an upstream that pages of any length come from, held in a bounded number of pages. */
const lists = fc.record({
  lengths: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 60 }),
  leadsBack: fc.boolean(),
  sights: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 80 })), {
    minLength: 1,
    maxLength: 12,
  }),
});

/** The list as a table holds it, and what happens to it when a page is asked for. */
class Model {
  private first = 0;
  private last = 0;
  private known = 0;
  private readonly ends: number[];

  constructor(
    lengths: readonly number[],
    private readonly leadsBack: boolean,
  ) {
    let end = 0;
    this.ends = lengths.map((length) => (end += length));
  }

  get state(): ListState {
    const held = { from: this.ends[this.first - 1] ?? 0, to: this.ends[this.last] ?? 0 };
    const ended = this.known === this.ends.length - 1;
    return { held, count: this.ends[this.known] ?? 0, ended, leadsBack: this.leadsBack };
  }

  private get isFull(): boolean {
    const { held } = this.state;
    return held.to - held.from > 900 && this.first < this.last;
  }

  give(wanted: PageMove): void {
    if (wanted.kind === "next") {
      this.last += 1;
      this.known = Math.max(this.known, this.last);
      while (this.isFull) this.first += 1;
    } else if (wanted.kind === "previous") {
      this.first -= 1;
      while (this.isFull) this.last -= 1;
    } else {
      this.first = this.ends.findIndex((end) => end > wanted.place);
      this.last = this.first;
    }
  }
}

describe("what is asked for", () => {
  test("comes to rest with everything in sight held, wherever one scrolls", () => {
    fc.assert(
      fc.property(lists, ({ lengths, leadsBack, sights }) => {
        const model = new Model(lengths, leadsBack);
        // Read to the end first, so that most of it was let go of.
        while (!model.state.ended) model.give({ kind: "next" });
        for (const [share, size] of sights) {
          const { count } = model.state;
          const from = Math.min(Math.floor(share * count), count - 1);
          const sight: Span = { from, to: Math.min(from + size, count) };
          let steps = 0;
          for (let wanted = nextPageMove(sight, model.state); wanted; wanted = nextPageMove(sight, model.state)) {
            model.give(wanted);
            steps += 1;
            expect(steps, `${JSON.stringify(wanted)} again and again`).toBeLessThan(200);
          }
          const { held } = model.state;
          expect(held.from).toBeLessThanOrEqual(sight.from);
          expect(held.to).toBeGreaterThanOrEqual(sight.to);
        }
      }),
    );
  });
});

describe("the elements of the rows", () => {
  const slots = 50;
  const drawnFrom = (first: number, count: number): PlacedRow[] =>
    Array.from({ length: count }, (_, i) => ({ place: first + i, slot: (first + i) % slots, top: 0, row: undefined }));
  const windows = fc.record({ first: fc.nat({ max: 2_000_000 }), count: fc.integer({ min: 1, max: slots }) });

  test("keep their order in the document while the list moves, however far", () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000 }), windows, windows, (rest, before, after) => {
        const slotsOf = ({ first, count }: typeof before) =>
          inSlotOrder(drawnFrom(first, count), slots, rest).map(({ slot }) => slot);
        const [were, are] = [slotsOf(before), slotsOf(after)];
        expect(are.filter((slot) => were.includes(slot))).toEqual(were.filter((slot) => are.includes(slot)));
      }),
    );
  });

  test("are in the list's own order where it stands still", () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000 }), fc.nat({ max: slots - 1 }), (rest, skipped) => {
        const drawn = drawnFrom(rest + skipped, slots - skipped);
        expect(inSlotOrder(drawn, slots, rest)).toEqual(drawn);
      }),
    );
  });
});
