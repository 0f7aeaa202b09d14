import { setTimeout as sleep } from "node:timers/promises";
import { nextToken, type Page } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import { earshotProblem, ProblemError } from "../problem.ts";
import { defaultRetryAfterSeconds } from "../twilio/retry-after.ts";
import type { Upstream } from "../twilio/upstream.ts";

/**
 * Page sizes to try, largest first: the API states no maximum for queries. 1000 is the documented one of its other
 * lists; the last try leaves the size to the API.
 */
const pageSizes = [1000, 500, 200, 100, undefined] as const;

/** Whether Twilio refused the page size itself, which another size may heal, and not the query. */
function refusesPageSize(error: unknown): boolean {
  if (!(error instanceof ProblemError) || error.problem.httpStatusCode !== 400) return false;
  const { message, params } = error.problem;
  return /page[\s_-]?size/i.test([message, ...Object.entries(params ?? {}).flat()].join(" "));
}

/** The first page, as large as the API allows. Throws what the upstream throws, a 429 included. */
export async function firstPage(upstream: Upstream, request: InsightsQueryRequest, signal: AbortSignal): Promise<Page> {
  let refused: unknown;
  for (const pageSize of pageSizes) {
    try {
      return (await upstream.firstPage(request, pageSize, signal)).value;
    } catch (error) {
      if (!refusesPageSize(error)) throw error;
      refused = error;
    }
  }
  throw refused;
}

/** A further page. A 429 is waited out as often as it comes: whoever exports wants the whole of it. */
async function patientPage(upstream: Upstream, token: string, signal: AbortSignal): Promise<Page> {
  for (;;) {
    try {
      return (await upstream.nextPage(token, signal)).value;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.httpStatusCode !== 429) throw error;
      await sleep((error.problem.retryAfter ?? defaultRetryAfterSeconds) * 1000, undefined, { signal });
    }
  }
}

/**
 * Every page of a result, in order, beginning with the given one. The next page is asked for before the current one is
 * handed out, so that it travels while the current one is written. Empty pages with a token are followed.
 *
 * @throws ProblemError when a page fails, or when a token comes back a second time: following it would never end.
 */
export async function* allPages(first: Page, upstream: Upstream, signal: AbortSignal): AsyncGenerator<Page> {
  const seen = new Set<string>();
  let page = first;
  for (let token = nextToken(page); token !== undefined; token = nextToken(page)) {
    if (seen.has(token)) {
      throw earshotProblem("upstreamShape", "The Insights API gave the same page token twice.", {
        reason: "repeated token",
      });
    }
    seen.add(token);
    const next = patientPage(upstream, token, signal);
    // Awaited below; until then, a failure must not count as unhandled.
    next.catch(() => undefined);
    yield page;
    page = await next;
  }
  yield page;
}
