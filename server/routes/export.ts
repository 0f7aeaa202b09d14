import { once } from "node:events";
import type { Response, Router } from "express";
import { exportRequestSchema } from "../../contract/export.ts";
import { hasBody, jsonBody, parseBody } from "../body.ts";
import { type CsvWriter, csvWriter } from "../exports/csv.ts";
import { allPages, firstPage } from "../exports/pages.ts";
import { goneSignal } from "../gone.ts";
import { onlyMethods } from "../methods.ts";
import { earshotProblem, ProblemError } from "../problem.ts";
import type { Log, Upstream } from "../twilio/upstream.ts";

function writerFor(columns: Parameters<typeof csvWriter>[0], timeZone: string): CsvWriter {
  try {
    return csvWriter(columns, timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw earshotProblem("badRequest", "request.properties.timezone must be an IANA time zone such as Europe/Berlin.");
  }
}

/** `earshot-conversations-20261122T120000Z.csv`: sorts by time and is a valid name on every system. */
function fileName(now: Date): string {
  return `earshot-conversations-${now.toISOString().replace(/\.\d+|[-:]/g, "")}.csv`;
}

async function write(response: Response, text: string, signal: AbortSignal): Promise<void> {
  if (text !== "" && !response.write(text)) await once(response, "drain", { signal });
}

/**
 * Ends the answer so that nobody can take it for whole. A reset also tells readers that were not sent in chunks, such
 * as a reverse proxy speaking HTTP/1.0, for which a plain close is how a whole answer ends.
 */
function cut(response: Response): void {
  response.socket?.resetAndDestroy();
  response.destroy();
}

/** `POST /export`: the whole result of a query as a file. It fails cleanly until the first page is there. */
export function exportRoute(router: Router, upstream: Upstream, log: Log): void {
  router
    .route("/export")
    .post(...jsonBody, async (request, response) => {
      if (!hasBody(request)) throw earshotProblem("badRequest", "The body is missing; it must be an export request.");
      const { request: query, columns } = parseBody(request, exportRequestSchema);
      const writer = writerFor(columns, query.properties?.timezone ?? "UTC");
      const signal = goneSignal(response);
      const first = await firstPage(upstream, query, signal);
      response.set("Content-Disposition", `attachment; filename="${fileName(new Date())}"`);
      response.type("text/csv; charset=utf-8");
      try {
        await write(response, writer.header(), signal);
        for await (const page of allPages(first, upstream, signal)) {
          await write(response, writer.rows(page.items), signal);
        }
        response.end();
      } catch (error) {
        if (signal.aborted) return;
        const reason = error instanceof ProblemError ? `code ${error.problem.code}` : "internal error";
        log(`export cut off in the middle: ${reason}`);
        cut(response);
      }
    })
    .all(onlyMethods("POST"));
}
