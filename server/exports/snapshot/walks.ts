import type { Manifest } from "../../../contract/manifest.ts";
import { totalOrder } from "../../../contract/order.ts";
import { note, type RunContext, type Walk, type WalkPage } from "./context.ts";
import { type AskSize, queryPageSize, shrinkPages } from "./page-sizes.ts";

/** How many rows a page of an export's queries has, where that is not the usual number. */
export function querySize({ source: { kind, pageSize } }: Manifest): number {
  return (kind === "query" ? pageSize : undefined) ?? queryPageSize;
}

/**
 * The synchronous query. Its token is the only parameter of a further page: it carries the query, and the size of pages.
 *
 * @param size of its pages; the one that the export's queries have by then, unless given.
 */
export function queryWalk(context: RunContext, request = context.manifest.request, size?: number): Walk {
  const { bulk, withRetries, manifest } = context;
  const asked = totalOrder(request);
  return {
    async first() {
      // A query that takes too long mostly does so again, and a job has more time for it.
      const limits = { timeouts: 1 };
      const pageSize = size ?? querySize(manifest);
      return noted(context, await withRetries((how) => bulk.firstPage(asked, pageSize, how), limits));
    },
    next: async (token) => noted(context, await withRetries((how) => bulk.nextPage(token, how, asked))),
  };
}

/** What was done to a page instead of what was asked stands in the manifest. */
function noted({ manifest }: RunContext, page: WalkPage): WalkPage {
  for (const one of page.marks?.notes ?? []) note(manifest, one);
  return page;
}

/** The results of a finished job: a snapshot that Twilio keeps for days. */
export function jobWalk(context: RunContext, operationId: string): Walk {
  const { bulk, sizes, withRetries, manifest } = context;
  const asked = totalOrder(manifest.request);
  return {
    async first() {
      const ask: AskSize = (size, limits) =>
        withRetries((how) => bulk.results(operationId, size, undefined, how, asked), limits);
      const { page, size } = await sizes.first(ask);
      if (size === undefined) delete manifest.source.pageSize;
      else manifest.source.pageSize = size;
      return noted(context, page);
    },
    async next(token) {
      for (;;) {
        const { pageSize } = manifest.source;
        try {
          return noted(context, await withRetries((how) => bulk.results(operationId, pageSize, token, how, asked)));
        } catch (error) {
          if (!shrinkPages(error, manifest.source)) throw error;
        }
      }
    },
  };
}
