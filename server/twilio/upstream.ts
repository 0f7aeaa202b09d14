import type { z } from "zod";
import { type Metadata, metadataSchema } from "../../contract/metadata.ts";
import { type Page, pageSchema } from "../../contract/page.ts";
import type { InsightsQueryRequest } from "../../contract/query.ts";
import type { Clock } from "../clock.ts";
import { type Bulk, createBulk } from "./bulk.ts";
import { createGate } from "./gate.ts";
import { guardedCalls } from "./guarded.ts";
import { type Answer, readAnswer } from "./read-answer.ts";
import { type Call, createTransport, type TransportOptions } from "./transport.ts";

/**
 * The three calls of Insights v3 that Earshot makes. Each throws a ProblemError for whatever goes wrong, or the
 * signal's reason when the caller gave up.
 */
export type Upstream = {
  metadata(signal: AbortSignal): Promise<Answer<Metadata>>;
  /** `pageSize` travels in the query string, where the API wants it; without one, the API's own default holds. */
  firstPage(request: InsightsQueryRequest, pageSize: number | undefined, signal: AbortSignal): Promise<Answer<Page>>;
  /** The token is the only parameter: it carries the query and the page size. */
  nextPage(pageToken: string, signal: AbortSignal): Promise<Answer<Page>>;
  /** What exports ask. Their calls wait behind all of the above. */
  bulk: Bulk;
  close(): Promise<void>;
};

/** Takes one line about a call that failed. The line never holds a secret, a token, a value or a message. */
export type Log = (line: string) => void;

const domain = "/v3/InsightsDomains/Conversations";

/** Opens the way to the Insights API. All paths are built here; none is ever taken from a request or an answer. */
export function createUpstream(options: TransportOptions, clock: Clock, log: Log): Upstream {
  const transport = createTransport(options);
  const gate = createGate(transport.send, clock);

  const guarded = guardedCalls(options, log);

  function call<Value>(name: string, what: Call, schema: z.ZodType<Value>, signal: AbortSignal) {
    return guarded(name, what, async () => readAnswer(await gate.interactive(what, signal), schema));
  }

  return {
    metadata: (signal) => call("Metadata", { method: "GET", path: `${domain}/Metadata` }, metadataSchema, signal),
    firstPage: (request, pageSize, signal) => {
      const path = pageSize === undefined ? `${domain}/Query` : `${domain}/Query?pageSize=${pageSize}`;
      return call("Query", { method: "POST", path, body: JSON.stringify(request) }, pageSchema, signal);
    },
    nextPage: (pageToken, signal) => {
      const path = `${domain}/Query?pageToken=${encodeURIComponent(pageToken)}`;
      return call("Query", { method: "GET", path }, pageSchema, signal);
    },
    bulk: createBulk(gate, guarded),
    close: () => transport.close(),
  };
}
