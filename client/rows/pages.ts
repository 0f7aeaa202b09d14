import { infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import { nextToken, type Page, pageSchema, previousToken, type Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { askFirstPage } from "../api/all-pages.ts";
import { InsightsError } from "../api/errors.ts";
import { ask } from "../api/http.ts";
import { smallerSize } from "../api/smaller-pages.ts";
import { type Told, tellPage } from "../api/told.ts";
import { t } from "../words/words.ts";
import type { FilteredPage } from "./left-out-rows.ts";
import { beforeOf, isOutside, type RowBounds, requestBefore } from "./row-bounds.ts";
import { Trail } from "./trail.ts";

/**
 * How a page is reached: by the query itself, by a token that leads on from a place or back from one, or behind the end
 * of a list that ended too early or whose next page is too large, by the query of the rows before an instant.
 */
export type PageParam =
  | { token?: undefined; before?: undefined }
  | { token: string; start: number }
  | { token: string; end: number }
  | { token?: undefined; before: string; start: number };

/**
 * A page of rows as the table keeps it: `start` is the place of its first row in the whole list, `asked` are the tokens
 * that led to it, `next` and `previous` lead away from it. All pages of a list share one trail.
 */
export type RowPage = {
  items: Row[];
  start: number;
  next: string | undefined;
  previous: string | undefined;
  asked: readonly string[];
  trail: Trail;
};

/** What the query cache holds: pages that follow each other, not necessarily from the first one on. */
export type HeldPages = { pages: RowPage[]; pageParams: PageParam[] };

/** A query, what is known of its rows' times, and how many rows a page of it shall have at most. */
export type PageList = { request: InsightsQueryRequest; bounds?: RowBounds | undefined; size: number };

/** What is there of a list while a page of it is asked for. */
type Way = { held: readonly RowPage[]; trail: Trail };

export const firstPage: PageParam = {};
const nothingLeftOut = { outside: 0, repeated: [], keys: [], held: [] };

export function endOf(page: RowPage): number {
  return page.start + page.items.length;
}

/** The place that a page is read from; those that are reached from behind have none that is known. */
function placeOf(param: PageParam): number {
  return "start" in param ? param.start : 0;
}

/** Whether the token was asked for already on the way to other rows; asking it again would go in a circle. */
function goesBack({ held, trail }: Way, token: string, start: number): boolean {
  return trail.leadsBack(token, start) || held.some((page) => endOf(page) <= start && page.asked.includes(token));
}

/** The page of a token; without one the first page of the list, or of what comes behind an end that was none. */
function askOne(
  list: PageList,
  { param, token, trail }: { param: PageParam; token: string | undefined; trail: Trail },
  signal: AbortSignal,
): Promise<Page> {
  if (token !== undefined) return ask(pageSchema, `/api/query?pageToken=${encodeURIComponent(token)}`, { signal });
  const { request, bounds } = list;
  const before = "before" in param ? param.before : undefined;
  const size = Math.min(list.size, trail.sizeAt(placeOf(param)) ?? list.size);
  return askFirstPage(before && bounds ? requestBefore(request, bounds, before) : request, signal, size);
}

/** Whether what is read at a place was never read before. */
function isNew(param: PageParam, { trail }: Way, start: number): boolean {
  return !("end" in param) && start === trail.count && !trail.ended;
}

/** What of a page is drawn. What is taken out of one that is new is remembered once it is in the list. */
function filterPage(list: PageList, page: Page, param: PageParam, way: Way, start: number): FilteredPage {
  const dimensions = list.request.query.dimensions ?? [];
  const isOut = (row: Row) => isOutside(row, list.bounds);
  const { leftOut } = way.trail;
  if (isNew(param, way, start)) return leftOut.first(page.items, dimensions, isOut);
  const at = "end" in param ? { end: param.end } : { start };
  return { ...nothingLeftOut, kept: leftOut.again(page.items, dimensions, isOut, at) };
}

/** Whether a page was asked for so that it begins with rows that are known. */
function isExpected(param: PageParam): boolean {
  return "before" in param && param.before !== undefined;
}

/** Puts rows that were never read before into the trail of their list, with what is known of the pages they came in. */
function remember(
  list: PageList,
  param: PageParam,
  page: RowPage,
  read: { told: Told; filteredPages: readonly FilteredPage[] },
): void {
  const { start, items, next, asked, trail } = page;
  for (const filteredPage of read.filteredPages) trail.leftOut.add(filteredPage, start, isExpected(param));
  trail.leftOut.told = read.told;
  trail.add(start, asked[0], items.length, next === undefined, beforeOf(items.at(-1), list));
}

/**
 * Asks for the page that a token leads to, or for the first one, and goes on over empty pages: a filter can leave a
 * page without rows while more pages follow, and an empty page would look like the end.
 */
async function askOver(list: PageList, param: PageParam, way: Way, signal: AbortSignal): Promise<RowPage> {
  const isBack = "end" in param;
  const start = placeOf(param);
  const asked: string[] = [];
  const filteredPages: FilteredPage[] = [];
  const { trail } = way;
  let { told } = trail.leftOut;
  // A retry after a failure continues where it failed.
  let token = (isNew(param, way, start) ? trail.passed(start) : undefined) ?? param.token;
  for (;;) {
    if (token !== undefined) {
      // Checked before asking, so that the rows of the page that named the token are kept.
      if (asked.includes(token) || (!isBack && goesBack(way, token, start)))
        throw new InsightsError("contract", () => t("table.circle"));
      asked.push(token);
    }
    const at = token;
    const page = await askOne(list, { param, token: at, trail }, signal).catch((error: unknown) => {
      const isPast = at !== undefined && filteredPages.length > 0 && isNew(param, way, start);
      if (isPast) trail.passOver(at, { filteredPages, told, isExpected: isExpected(param) });
      throw error;
    });
    const [next, previous] = [nextToken(page), previousToken(page)];
    const onward = isBack ? previous : next;
    const filteredPage = filterPage(list, page, param, way, start);
    filteredPages.push(filteredPage);
    told = tellPage(told, page);
    if (filteredPage.kept.length > 0 || onward === undefined) {
      // Rows that came into the list since cannot stand before its first place.
      const items = isBack ? filteredPage.kept.slice(-Math.max(param.end, 1)) : filteredPage.kept;
      const from = isBack ? Math.max(0, param.end - items.length) : start;
      const read = { items, start: from, next, previous, asked, trail };
      if (isNew(param, way, start)) remember(list, param, read, { told, filteredPages });
      return read;
    }
    token = onward;
  }
}

/**
 * Asks for a page. Where it is too large, the list goes on in smaller ones: its token carries the size, so they are those
 * of the rows before the last one's time. Behind enough of them, it goes on in pages of the usual size.
 */
export async function askPage(list: PageList, param: PageParam, way: Way, signal: AbortSignal): Promise<RowPage> {
  const { trail } = way;
  const start = placeOf(param);
  if (!isNew(param, way, start)) return await askOver(list, param, way, signal);
  for (let at = trail.goOnLarger(list.size) ?? param; ; ) {
    try {
      return await askOver(list, at, way, signal);
    } catch (error) {
      const smaller = smallerSize(error, trail.sizeAt(start) ?? list.size);
      const followUp = smaller === undefined ? undefined : trail.goOnSmaller(smaller);
      if (!followUp) throw error;
      at = followUp;
    }
  }
}

/** What leads on from a page; undefined at the end of the list. */
export function paramAfter(page: RowPage): PageParam | undefined {
  const end = endOf(page);
  return page.trail.followUp(end) ?? (page.next === undefined ? undefined : { token: page.next, start: end });
}

function paramBefore(page: RowPage): PageParam | undefined {
  return page.previous === undefined || page.start === 0 ? undefined : { token: page.previous, end: page.start };
}

/** How many rows are held at least, wherever one stands in the list. */
const heldRows = 3000;
const leastPages = 3;

/** How many pages to hold: an account's pages may be shorter or longer than what was asked for. */
export function pagesToHold(pages: readonly RowPage[]): number {
  const rows = pages.reduce((sum, { items }) => sum + items.length, 0);
  return Math.max(leastPages, Math.ceil((heldRows * Math.max(pages.length, 1)) / Math.max(rows, 1)));
}

/** Rows of a page that a person scrolls to. */
export const usualPageSize = 100;

type RowPagesOptions = { pageSize?: number; maxPages?: number; bounds?: RowBounds | undefined };

/**
 * The pages of a query, one upstream call each, of which a bounded number is held. Held pages are never asked for
 * again: tokens age, and a refetch of an infinite query would walk the whole chain. Another `pinId` starts a new list
 * from its first page.
 */
export function rowPages(
  request: InsightsQueryRequest,
  pinId: number,
  { pageSize = usualPageSize, maxPages = heldRows, bounds }: RowPagesOptions = {},
) {
  // Without the bounds: another window or zone is another pin.
  const queryKey = ["rows", request, pinId, pageSize] as const;
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal, client }) => {
      const held = client.getQueryData<HeldPages>(queryKey)?.pages ?? [];
      const way = { held, trail: held[0]?.trail ?? new Trail() };
      return askPage({ request, bounds, size: pageSize }, pageParam, way, signal);
    },
    initialPageParam: firstPage,
    getNextPageParam: paramAfter,
    getPreviousPageParam: paramBefore,
    maxPages,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    // A rate limit is waited out inside `ask`; every other failure is for a person to see.
    retry: false,
    structuralSharing: false,
    // The server is often this machine: it answers while the browser counts as offline.
    networkMode: "always",
  });
}

/** Puts other pages in the place of those held for a query, e.g. those around another place of the list. */
export function holdPages(
  client: QueryClient,
  { queryKey }: { queryKey: ReturnType<typeof rowPages>["queryKey"] },
  held: HeldPages,
): void {
  client.setQueryData(queryKey, held);
}
