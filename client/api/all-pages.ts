import { queryOptions } from "@tanstack/react-query";
import { nextToken, type Page, pageSchema, type Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { t } from "../words/words.ts";
import { InsightsError, isDeadToken, isRefused } from "./errors.ts";
import { ask } from "./http.ts";
import { knowledgeVersion } from "./knowledge-version.ts";
import { countRepeated } from "./row-key.ts";
import { smallerSize } from "./smaller-pages.ts";
import { nothingTold, type Told, tellPage } from "./told.ts";

/** Few pages of many rows; the server makes them smaller where the account takes no such pages. */
export const largePages = 1000;

/** Asks a query for its first page, of at most `size` rows. */
export function askFirstPage(request: InsightsQueryRequest, signal: AbortSignal, size: number): Promise<Page> {
  return ask(pageSchema, `/api/query?pageSize=${size}`, { body: request, signal });
}

/**
 * The pages of a query one after the other. A page may be empty and still have others behind it.
 *
 * @throws InsightsError, also when a page token comes back a second time, which would never end.
 */
async function* pagesOf(request: InsightsQueryRequest, signal: AbortSignal, size: number): AsyncGenerator<Page> {
  let page = await askFirstPage(request, signal, size);
  yield page;
  const used = new Set<string>();
  for (let token = nextToken(page); token; token = nextToken(page)) {
    if (used.has(token)) throw new InsightsError("contract", () => t("errors.detail.sameToken"));
    used.add(token);
    page = await ask(pageSchema, `/api/query?pageToken=${encodeURIComponent(token)}`, { signal });
    yield page;
  }
}

/**
 * The rows of a query, whether there are more than were read, what has to be said of them, and how much the server had
 * said it knows of the account when they were asked for.
 */
export type FetchedRows = { rows: Row[]; cut: boolean; told: Told; known: number | undefined };

type ReadOptions = { mostPages: number; size: number };

/**
 * Reads pages. Where a later one is too large, all of them are read once more in smaller ones, as far as they went; where
 * its token no longer works, once more from the first.
 */
async function fetchOnce(
  request: InsightsQueryRequest,
  signal: AbortSignal,
  { mostPages, size, isAgain = false }: ReadOptions & { isAgain?: boolean },
): Promise<FetchedRows> {
  const rows: Row[] = [];
  const known = knowledgeVersion();
  let told = nothingTold;
  let pages = 0;
  let read = 0;
  let cut = false;
  try {
    for await (const page of pagesOf(request, signal, size)) {
      pages += 1;
      rows.push(...page.items);
      told = tellPage(told, page);
      if (page.items.length > 0) read += 1;
      cut = read >= mostPages && nextToken(page) !== undefined;
      if (cut) break;
    }
  } catch (error) {
    if (pages > 0 && !isAgain && isDeadToken(error))
      return fetchOnce(request, signal, { mostPages, size, isAgain: true });
    // A first page is made smaller by the server.
    const smaller = pages > 0 ? smallerSize(error, size) : undefined;
    if (smaller === undefined) throw error;
    return await fetchOnce(request, signal, {
      isAgain,
      size: smaller,
      mostPages: mostPages * Math.ceil(size / smaller),
    });
  }
  return { rows, cut, told: { ...told, repeated: countRepeated(rows, request) }, known };
}

/** Tried only where groups came twice: a larger page has fewer ends at which rows can change places. */
const largestPages = 10_000;

/**
 * The rows of the first pages that have any; of all pages unless a number is given. Where a group came twice, another
 * may be missing for it, so all is read once more; what comes twice then, too, is told. Where rows could not be read, all
 * is read once more in the opposite order; what is lost then, too, is told.
 *
 * @throws InsightsError also where no row could be read: that there is none would mean zero, or nothing.
 */
export async function fetchAllPages(
  request: InsightsQueryRequest,
  signal: AbortSignal,
  { mostPages = Number.POSITIVE_INFINITY, size = largePages }: Partial<ReadOptions> = {},
): Promise<FetchedRows> {
  const read = await fetchOnce(request, signal, { mostPages, size });
  const { repeated, lost } = read.told;
  if (repeated + lost === 0) return read;
  if (read.rows.length === 0) throw new InsightsError("contract", () => t("errors.detail.shape", { where: "items" }));
  try {
    if (repeated > 0) return await fetchOnce(request, signal, { mostPages, size: largestPages });
    const { withRegained } = await import("./lost-rows.ts");
    return await withRegained(request, read, (turned) => fetchOnce(turned, signal, { mostPages, size }));
  } catch (error) {
    if (signal.aborted) throw error;
    return read;
  }
}

/**
 * All pages of an aggregate, which is wrong without one of them, or of the rows of a selection, whose number is bounded.
 * Asked once for each pin; only a new pin asks again.
 */
export function allPagesQuery(request: InsightsQueryRequest, pinId: number) {
  return queryOptions({
    queryKey: ["whole", pinId, request],
    queryFn: ({ signal }) => fetchAllPages(request, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * The same of a query that the account may refuse for what it asks: a refusal is an answer. It has a place of
 * its own in the cache, so that what is asked instead, which may be the very same query, does not take it back.
 */
export function refusableQuery(request: InsightsQueryRequest, pinId: number) {
  return queryOptions({
    queryKey: ["whole", pinId, request, "refusable"],
    queryFn: async ({ signal }): Promise<FetchedRows | "refused"> => {
      try {
        return await fetchAllPages(request, signal);
      } catch (error) {
        if (isRefused(error)) return "refused";
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
