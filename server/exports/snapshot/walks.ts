import { totalOrder } from "../../../contract/order.ts";
import { isTooLarge } from "../../twilio/refusals.ts";
import { hasStatus, note, type RunContext, type Walk, type WalkPage } from "./context.ts";
import { type AskSize, queryPageSize, shrinkPages } from "./page-sizes.ts";

/** The synchronous query. Its token is the only parameter of a further page: it carries the query. */
export function queryWalk(context: RunContext, request = context.manifest.request): Walk {
  const { bulk, patiently } = context;
  const asked = totalOrder(request);
  return {
    async first() {
      // A query that takes too long mostly does so again, and a job has more time for it.
      const limits = { timeouts: 1 };
      const { kind, pageSize = queryPageSize } = context.manifest.source;
      const size = kind === "query" ? pageSize : queryPageSize;
      return noted(context, await patiently((how) => bulk.firstPage(asked, size, how), limits));
    },
    next: async (token) => noted(context, await patiently((how) => bulk.nextPage(token, how, asked))),
  };
}

/** What was done to a page instead of what was asked stands in the manifest. */
function noted({ manifest }: RunContext, page: WalkPage): WalkPage {
  for (const one of page.marks?.notes ?? []) note(manifest, one);
  return page;
}

/** The results of a finished job: a snapshot that Twilio keeps for days. */
export function jobWalk(context: RunContext, operationId: string): Walk {
  const { bulk, sizes, patiently, manifest } = context;
  const asked = totalOrder(manifest.request);
  return {
    async first() {
      const ask: AskSize = (size, limits) =>
        patiently((how) => bulk.results(operationId, size, undefined, how, asked), limits);
      const { page, size } = await sizes.first(ask);
      if (size === undefined) delete manifest.source.pageSize;
      else manifest.source.pageSize = size;
      return noted(context, page);
    },
    async next(token) {
      for (;;) {
        const { pageSize } = manifest.source;
        try {
          return noted(context, await patiently((how) => bulk.results(operationId, pageSize, token, how, asked)));
        } catch (error) {
          if (!isTooLarge(error) || !shrinkPages(manifest.source)) throw error;
        }
      }
    },
  };
}

/**
 * Whether a token or a job's results are not taken any more. Twilio documents no answer for an expired token, and a 404
 * for expired results; both are only ever asked for with what Twilio itself gave.
 */
export function isExpired(error: unknown): boolean {
  return hasStatus(error, 400, 404, 410, 422);
}
