import type { Row } from "../../contract/page.ts";

/** What the index needs of a page: its rows. A page may have any number of them, none included. */
export type RowsPage = { readonly items: readonly Row[]; readonly start?: number };

/** Row i of the whole list, found in the pages that are held without ever joining them. */
export type RowIndex = {
  /** The place of the first row that is held. */
  readonly first: number;
  /** The place after the last row that is held. */
  readonly count: number;
  /** The row at a place in the whole list, undefined where it is not held. */
  at(place: number): Row | undefined;
  /** The rows from `start` up to but not including `end`, cut off at the ends of what is held. */
  slice(start: number, end: number): Row[];
};

/**
 * Keyed by the list itself. An entry must never be found by a page of another list: the entry holds its own pages, so
 * each page would keep alive the ones that followed it, and with them every page that was ever read.
 */
const byList = new WeakMap<readonly RowsPage[], RowIndex>();

/** The first page that ends after the place, i.e. the page that holds it; empty pages are passed over. */
function pageOf(ends: readonly number[], pageCount: number, place: number): number {
  let low = 0;
  let high = pageCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function makeIndex(pages: readonly RowsPage[]): RowIndex {
  const first = pages[0]?.start ?? 0;
  // `ends[i]` is the place after page i.
  const ends: number[] = [];
  let count = first;
  for (const { items } of pages) {
    count += items.length;
    ends.push(count);
  }
  const startOf = (page: number) => (page === 0 ? first : (ends[page - 1] ?? 0));
  return {
    first,
    count,
    at(place) {
      if (!(place >= first && place < count)) return undefined;
      const page = pageOf(ends, pages.length, place);
      return pages[page]?.items[place - startOf(page)];
    },
    slice(start, end) {
      const rows: Row[] = [];
      const stop = Math.min(end, count);
      let place = Math.max(start, first);
      for (let page = pageOf(ends, pages.length, place); place < stop; page += 1) {
        const items = pages[page]?.items ?? [];
        const from = place - startOf(page);
        const part = items.slice(from, from + stop - place);
        rows.push(...part);
        place += part.length;
      }
      return rows;
    },
  };
}

/**
 * Indexes the rows of a list of pages by a prefix sum of the pages' lengths, which costs the number of pages that are
 * held; joining the pages on every append would cost their rows.
 */
export function indexRows(pages: readonly RowsPage[]): RowIndex {
  const known = byList.get(pages);
  if (known) return known;
  const index = makeIndex(pages);
  byList.set(pages, index);
  return index;
}

/** The place of the first row that is held and is so; undefined where none is. */
export function placeWhere(index: RowIndex, isIt: (row: Row) => boolean): number | undefined {
  for (let place = index.first; place < index.count; place += 1) {
    const row = index.at(place);
    if (row && isIt(row)) return place;
  }
  return undefined;
}
