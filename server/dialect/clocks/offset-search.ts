import type { Listed, Shown, Window } from "./listed.ts";
import { tellingWindow } from "./telling-window.ts";

export type OffsetSearch = {
  row: Shown;
  /** Others that the account has. */
  others: readonly Shown[];
  /** How far the cells may be ahead of the filter, in milliseconds. */
  offsets: readonly number[];
  /** Those that are tried alone at first. */
  guesses: readonly number[];
  /** Milliseconds between two times that cells can tell apart. */
  step: number;
  /** How many calls may still be made; each is counted down. */
  calls: { left: number };
  ask(window: Window): Promise<Listed>;
};

/** The window that has the row if its cell is ahead by any of some offsets. It begins and ends with full seconds. */
function windowOf({ row, step }: OffsetSearch, offsets: readonly number[]): Window {
  const [first, last] = [row.wallMs - Math.max(...offsets), row.wallMs - Math.min(...offsets)];
  return { from: (Math.floor(first / step) - 1) * step, to: (Math.ceil(last / step) + 1) * step };
}

/** Whether listed rows are of the window, if cells are so far ahead. */
export function fitsWindow(offset: number, rows: readonly Shown[], { from, to }: Window, slack: number): boolean {
  return rows.every(({ wallMs }) => wallMs - offset >= from - slack && wallMs - offset <= to + slack);
}

/** How many rows a window that was listed whole lacks of those that it must have, if cells are so far ahead. */
function lacking(
  offset: number,
  { others, step }: OffsetSearch,
  listed: readonly Shown[],
  { from, to }: Window,
): number {
  const there = new Set(listed.map(({ id }) => id));
  const isInside = ({ wallMs }: Shown) => wallMs - offset > from + step && wallMs - offset < to - step;
  return others.filter((row) => isInside(row) && !there.has(row.id)).length;
}

/** A row may have gone since it was listed: that one is missing rules an offset out only as long as another is left. */
const mostGone = 1;

/** What is asked next: a window around the row for some offsets, or one that tells more of them apart. */
function nextWindow(search: OffsetSearch, left: readonly number[], guess: number | undefined, isStuck: boolean) {
  if (guess !== undefined || left.length === 1) {
    const tried = guess === undefined ? left : [guess];
    return { tried, window: windowOf(search, tried) };
  }
  const window = isStuck ? undefined : tellingWindow(search.others, left, search.step);
  if (window) return { tried: undefined, window };
  const tried = left.slice(0, Math.ceil(left.length / 2));
  return { tried, window: windowOf(search, tried) };
}

/**
 * Finds out how far the cells of a time are ahead of the instants that its filter compares. Rows that come rule offsets
 * out. That a row does not come only says where to look next, since it may be gone.
 *
 * @returns the offset at which a window of a few seconds, and nothing beside it, has the row; undefined where none was
 * found.
 */
export async function findOffset(search: OffsetSearch): Promise<number | undefined> {
  const { row, step, calls, ask } = search;
  let possible = [...search.offsets];
  let likely = possible;
  const guesses = [...search.guesses];
  let before: number | undefined;
  while (possible.length > 0 && calls.left > 0) {
    const left = likely.length > 0 ? likely : possible;
    const guess = guesses.shift();
    if (guess !== undefined && !left.includes(guess)) continue;
    const { tried, window } = nextWindow(search, left, guess, before === left.length);
    before = left.length;
    calls.left -= 1;
    const { rows, isWhole } = await ask(window);
    const isThere = rows.some(({ id }) => id === row.id);
    const fits = (offset: number, gone: number) =>
      fitsWindow(offset, rows, window, step) &&
      (!isWhole || lacking(offset, search, rows, window) <= gone) &&
      (!tried || (isThere ? tried.includes(offset) : !isWhole || !tried.includes(offset)));
    possible = possible.filter((offset) => fits(offset, mostGone));
    likely = likely.filter((offset) => fits(offset, 0));
    if (isThere && tried?.length === 1) return possible[0];
  }
  return undefined;
}
