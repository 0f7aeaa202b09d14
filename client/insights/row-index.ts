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

/** `ends[i]` is the place after page i. Longer lists of the same chain share and lengthen it. */
type Built = { pages: readonly RowsPage[]; ends: number[]; index: RowIndex };

const byList = new WeakMap<readonly RowsPage[], Built>();
const longestByFirstPage = new WeakMap<RowsPage, Built>();

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

function makeIndex(pages: readonly RowsPage[], ends: readonly number[]): RowIndex {
  const first = pages[0]?.start ?? 0;
  const count = ends[pages.length - 1] ?? first;
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

/** Comparing identities costs nanoseconds a page, far less than the copy of the list that react-query makes anyway. */
function isPrefix(shorter: readonly RowsPage[], longer: readonly RowsPage[]): boolean {
  return shorter.length <= longer.length && shorter.every((page, i) => page === longer[i]);
}

function build(pages: readonly RowsPage[], first: RowsPage): Built {
  const former = longestByFirstPage.get(first);
  const ends = former && isPrefix(former.pages, pages) ? former.ends : [];
  for (let i = ends.length; i < pages.length; i += 1)
    ends.push((ends[i - 1] ?? first.start ?? 0) + (pages[i]?.items.length ?? 0));
  return { pages, ends, index: makeIndex(pages, ends) };
}

/**
 * Indexes the rows of a list of pages by a prefix sum of the pages' lengths. Joining the pages on every append would
 * cost all rows loaded so far; here a list that only grew costs its new pages.
 */
export function indexRows(pages: readonly RowsPage[]): RowIndex {
  const known = byList.get(pages);
  if (known) return known.index;
  const first = pages[0];
  if (!first) return makeIndex(pages, []);
  const built = build(pages, first);
  byList.set(pages, built);
  longestByFirstPage.set(first, built);
  return built.index;
}
