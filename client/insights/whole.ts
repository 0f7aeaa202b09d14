import { queryOptions } from "@tanstack/react-query";
import { nextToken, type Page, pageSchema, type Row } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { t } from "../words/words.ts";
import { InsightsError } from "./errors.ts";
import { ask } from "./http.ts";

/** Twilio states no largest page size; the first that it accepts is used. */
const pageSizes = [1000, 200, 50];

function refusesSize(error: unknown): boolean {
  const problem = error instanceof InsightsError ? error.problem : undefined;
  if (problem?.httpStatusCode !== 400 || problem.source !== "twilio") return false;
  return /page.?size/i.test(`${problem.message} ${Object.keys(problem.params ?? {}).join(" ")}`);
}

/** The first page of a query, of the largest of these sizes that is accepted. */
export async function firstPage(
  request: InsightsQueryRequest,
  signal: AbortSignal,
  sizes: readonly number[] = pageSizes,
): Promise<Page> {
  for (const size of sizes) {
    try {
      return await ask(pageSchema, `/api/query?pageSize=${size}`, { body: request, signal });
    } catch (error) {
      if (!refusesSize(error) || size === sizes.at(-1)) throw error;
    }
  }
  throw new InsightsError("contract", t("errors.detail.pageSize"));
}

/**
 * Every row of a query, all its pages. Only for aggregates, which must be whole to be true, and for the rows of a
 * selection, whose number is bounded.
 *
 * @throws InsightsError, also when a page token comes back a second time, which would never end.
 */
async function askWhole(request: InsightsQueryRequest, signal: AbortSignal): Promise<Row[]> {
  let page = await firstPage(request, signal);
  const rows = [...page.items];
  const used = new Set<string>();
  for (let token = nextToken(page); token; token = nextToken(page)) {
    if (used.has(token)) throw new InsightsError("contract", t("errors.detail.sameToken"));
    used.add(token);
    page = await ask(pageSchema, `/api/query?pageToken=${encodeURIComponent(token)}`, { signal });
    rows.push(...page.items);
  }
  return rows;
}

/** The query of a whole aggregate or selection. Asked once for each pin; nothing but a new pin asks again. */
export function wholeQuery(request: InsightsQueryRequest, pinId: number) {
  return queryOptions({
    queryKey: ["whole", pinId, request],
    queryFn: ({ signal }) => askWhole(request, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
