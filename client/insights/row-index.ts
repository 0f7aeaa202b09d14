import type { Row } from "../../contract/page.ts";

/** What the index needs of a page: its rows. A page may have any number of them, none included. */
export type RowsPage = { readonly items: readonly Row[] };

/** Row i of a list of pages, found without ever joining the pages. */
export type RowIndex = {
  readonly count: number;
  /** The row at a place in the whole list, undefined outside it. */
  at(place: number): Row | undefined;
  /** The rows from `start` up to but not including `end`, cut off at the list's ends. */
  slice(start: number, end: number): Row[];
};

/** `ends[i]` is the number of rows up to and including page i. Longer lists of the same chain share and lengthen it. */
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
  const count = ends[pages.length - 1] ?? 0;
  const startOf = (page: number) => (page === 0 ? 0 : (ends[page - 1] ?? 0));
  return {
    count,
    at(place) {
      if (!(place >= 0 && place < count)) return undefined;
      const page = pageOf(ends, pages.length, place);
      return pages[page]?.items[place - startOf(page)];
    },
    slice(start, end) {
      const rows: Row[] = [];
      const stop = Math.min(end, count);
      let place = Math.max(start, 0);
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
  for (let i = ends.length; i < pages.length; i += 1) ends.push((ends[i - 1] ?? 0) + (pages[i]?.items.length ?? 0));
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
