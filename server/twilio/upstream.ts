import type { Metadata } from "../../contract/metadata.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Clock } from "../clock.ts";
import { type Bulk, createBulk } from "./bulk.ts";
import { insightsPath } from "./faults.ts";
import { fruitlessPages } from "./fruitless-pages.ts";
import { createGate } from "./gate.ts";
import { guardedCalls, type Log } from "./guarded.ts";
import type { Answer } from "./read-answer.ts";
import { readMetadata } from "./read-metadata.ts";
import { readPage, type WirePage } from "./read-page.ts";
import { type Call, createTransport, type TransportOptions } from "./transport.ts";

/**
 * The three calls of Insights v3 that Earshot makes. Each throws a ProblemError for whatever goes wrong, or the
 * signal's reason when the caller gave up.
 */
export type Upstream = {
  metadata(signal: AbortSignal): Promise<Answer<Metadata>>;
  /** `pageSize` travels in the query string, where the API wants it; without one, the API's own default holds. */
  firstPage(request: InsightsQueryRequest, pageSize: number | undefined, signal: AbortSignal): Promise<WirePage>;
  /** The token is the only parameter: it carries the query and the page size. */
  nextPage(pageToken: string, signal: AbortSignal): Promise<WirePage>;
  /** What exports ask. Their calls wait behind all of the above. */
  bulk: Bulk;
  close(): Promise<void>;
};

/** Opens the way to the Insights API. All paths are built here; none is ever taken from a request or an answer. */
export function createUpstream(options: TransportOptions, clock: Clock, log: Log): Upstream {
  const transport = createTransport(options);
  const gate = createGate(transport.send, clock);

  const guarded = guardedCalls(options, log);

  const vain = fruitlessPages(clock);

  function page(what: Call, signal: AbortSignal, token?: string): Promise<WirePage> {
    const read = async () => readPage(await gate.interactive(what, signal));
    return guarded("Query", what, () => vain.read(token, signal, read));
  }

  return {
    metadata: (signal) => {
      const what: Call = { method: "GET", path: `${insightsPath}/Metadata` };
      return guarded("Metadata", what, async () => readMetadata(await gate.interactive(what, signal)));
    },
    firstPage: (request, pageSize, signal) => {
      const path = pageSize === undefined ? `${insightsPath}/Query` : `${insightsPath}/Query?pageSize=${pageSize}`;
      return page({ method: "POST", path, body: JSON.stringify(request) }, signal);
    },
    nextPage: (pageToken, signal) => {
      const path = `${insightsPath}/Query?pageToken=${encodeURIComponent(pageToken)}`;
      return page({ method: "GET", path }, signal, pageToken);
    },
    bulk: createBulk(gate, guarded, vain),
    close: () => transport.close(),
  };
}
