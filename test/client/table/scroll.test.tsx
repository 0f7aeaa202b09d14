import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useScroll } from "../../../client/table/scroll/use-scroll.ts";

const [above, boxHeight, rowHeight] = [36, 736, 36];
const view = boxHeight - above;

/** A scrolled box that clamps as a browser's does: jsdom lays nothing out. */
class Box {
  readonly element = document.createElement("div");
  /** The height of what is in it. */
  content = 0;
  private bar = 0;

  constructor() {
    const clamp = (top: number) => Math.min(Math.max(top, 0), Math.max(0, this.content - boxHeight));
    Object.defineProperties(this.element, {
      clientHeight: { value: boxHeight },
      scrollTop: { get: () => (this.bar = clamp(this.bar)) },
      scrollTo: { value: ({ top }: { top: number }) => (this.bar = clamp(top)) },
    });
  }

  get scrollTop(): number {
    return this.element.scrollTop;
  }

  /** What a hand does: where nothing moves, a browser sends no event. */
  scrollTo(top: number): void {
    const before = this.scrollTop;
    this.element.scrollTo({ top });
    if (this.scrollTop !== before) act(() => void this.element.dispatchEvent(new Event("scroll")));
  }
}

function show(rows: number) {
  const box = new Box();
  const ref = { current: box.element };
  const { result, rerender } = renderHook(
    ({ count }) => {
      const scroll = useScroll(ref, { listHeight: count * rowHeight, above, grain: 2 * rowHeight });
      box.content = scroll.height + above;
      return scroll;
    },
    { initialProps: { count: rows } },
  );
  return { box, scroll: () => result.current, know: (count: number) => rerender({ count }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const standStill = () => act(() => vi.advanceTimersByTime(1000));

describe("a list that is higher than a browser lets it be", () => {
  const rows = 500_000;
  const last = rows * rowHeight - view;

  it("has way left at its end once further rows are known, and stays where it stands", () => {
    const { box, scroll, know } = show(rows);
    box.scrollTo(1e9);
    expect(scroll().top()).toBe(last);
    standStill();
    know(rows + 100);
    expect(scroll().top()).toBe(last);
    box.scrollTo(box.scrollTop + 400);
    expect(scroll().top()).toBe(last + 400);
    box.scrollTo(1e9);
    expect(scroll().top()).toBe(last + 100 * rowHeight);
  });

  it("has it also while the hand is still at it", () => {
    const { box, scroll, know } = show(rows);
    box.scrollTo(1e9);
    know(rows + 1000);
    box.scrollTo(1e9);
    expect(scroll().top()).toBe(last + 1000 * rowHeight);
  });

  it("goes by screens until it stands still, also at its end", () => {
    const { box, scroll } = show(rows);
    box.scrollTo(1e9);
    expect(scroll().isJumping).toBe(true);
    standStill();
    expect(scroll().isJumping).toBe(false);
    expect(scroll().settledTop).toBe(last);
  });

  it("goes on by short ways to either end, however far the bar was from it", () => {
    const { box, scroll } = show(rows);
    box.scrollTo(4_000_000);
    const [middle, bar] = [scroll().top(), box.scrollTop];
    for (let way = 0; way < 3_000_000; way += 2000) box.scrollTo(box.scrollTop + 2000);
    expect(scroll().top()).toBe(middle + 3_000_000);
    standStill();
    expect(scroll().top()).toBe(middle + 3_000_000);
    expect(box.scrollTop).toBeLessThan(bar + 3_000_000);
  });

  it("stands at its last row when it has become shorter", () => {
    const { box, scroll, know } = show(rows);
    box.scrollTo(1e9);
    know(300_000);
    expect(scroll().top()).toBe(300_000 * rowHeight - view);
    know(10);
    expect([scroll().top(), box.scrollTop]).toEqual([0, 0]);
  });
});

describe("a list as high as it is drawn", () => {
  it("is left where a fine screen has scrolled it, to the fraction of a pixel", () => {
    const { box, scroll } = show(1000);
    for (const top of [0.5, 400.25, 1000 * rowHeight - view - 0.5]) {
      box.scrollTo(top);
      standStill();
      expect([scroll().top(), box.scrollTop]).toEqual([top, top]);
    }
  });
});
