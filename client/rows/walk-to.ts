import type { Row } from "../../contract/page.ts";
import { smallerSize } from "../api/smaller-pages.ts";
import {
  askPage,
  endOf,
  firstPage,
  type HeldPages,
  type PageList,
  type PageParam,
  pagesToHold,
  paramAfter,
  type RowPage,
} from "./pages.ts";
import { Trail } from "./trail.ts";

/** Which page a walk goes to: the one that holds a place, or the first one that has such a row. */
export type Goal = { place: number } | { isIt: (row: Row) => boolean };

function isThere(page: RowPage, goal: Goal): boolean {
  return "place" in goal ? endOf(page) > goal.place : page.items.some(goal.isIt);
}

/**
 * Walks to a page and returns the last pages of the way: to a place from the nearest token that is remembered, else from
 * the query itself with a new trail. Ends with the list's last page where the goal is not there (any more).
 *
 * @param onPage called with the place that each page ends at.
 */
export async function walkTo(
  list: PageList,
  trail: Trail,
  goal: Goal,
  signal: AbortSignal,
  onPage?: (end: number) => void,
): Promise<HeldPages> {
  const mark = "place" in goal ? trail.before(goal.place) : undefined;
  const walked: HeldPages = { pages: [], pageParams: [] };
  let param: PageParam | undefined = mark ?? firstPage;
  while (param) {
    const page: RowPage = await askPage(list, param, { held: walked.pages, trail }, signal);
    walked.pages.push(page);
    walked.pageParams.push(param);
    if (walked.pages.length > pagesToHold(walked.pages)) {
      walked.pages.shift();
      walked.pageParams.shift();
    }
    onPage?.(endOf(page));
    param = isThere(page, goal) ? undefined : paramAfter(page);
  }
  return walked;
}

/** Pages that a list is read again in at most, where its pages have to be smaller. */
const mostSmaller = 500;

/** Whether a goal is near enough to be walked to in pages of this size. */
export function isWithinReach(goal: Goal, size: number): boolean {
  return !("place" in goal) || goal.place < mostSmaller * size;
}

/**
 * Walks from the query itself, by a new trail. Where a later page is too large, it begins once more in smaller ones,
 * unless the way would be too long in them: a token carries its size. A first page is made smaller by the server.
 */
export async function walkFromStart(
  list: PageList,
  goal: Goal,
  signal: AbortSignal,
  onPage?: (end: number) => void,
): Promise<HeldPages> {
  let { size } = list;
  for (;;) {
    let pages = 0;
    try {
      return await walkTo({ ...list, size }, new Trail(size), goal, signal, (end) => {
        pages += 1;
        onPage?.(end);
      });
    } catch (error) {
      const smaller = pages > 0 ? smallerSize(error, size) : undefined;
      if (smaller === undefined || !isWithinReach(goal, smaller)) throw error;
      size = smaller;
    }
  }
}
