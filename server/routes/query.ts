import type { Request, Router } from "express";
import { insightsQueryRequestSchema } from "../../contract/query.ts";
import { hasBody, jsonBody, parseBody } from "../body.ts";
import { goneSignal } from "../gone.ts";
import { onlyMethods } from "../methods.ts";
import { earshotProblem } from "../problem.ts";
import { sendBytes } from "../send-bytes.ts";
import { sentence } from "../sentence.ts";
import { type WirePage, writePage } from "../twilio/read-page.ts";
import type { Upstream } from "../twilio/upstream.ts";

/**
 * Rows of a first page when the browser names no number. It is always sent: the API states neither a default nor a
 * maximum, and a table of unknown page size cannot plan its scrolling.
 */
export const defaultPageSize = 100;

/** The API's `pageSize` is an int32. */
const largestPageSize = 2 ** 31 - 1;

function readPageSize(request: Request): number {
  const { pageSize } = request.query;
  if (pageSize === undefined) return defaultPageSize;
  const size = Number(pageSize);
  if (typeof pageSize !== "string" || !/^\d+$/.test(pageSize) || size < 1 || size > largestPageSize) {
    throw earshotProblem("badRequest", sentence("requestPageSize", { most: String(largestPageSize) }));
  }
  return size;
}

function readPageToken(request: Request): string {
  const { pageToken } = request.query;
  if (typeof pageToken === "string" && pageToken !== "") return pageToken;
  throw earshotProblem("badRequest", sentence(Array.isArray(pageToken) ? "requestTokenTwice" : "requestNoToken"));
}

/** A page as it came where it is as documented; else the same rows, written as the contract has them. */
function pageBytes(page: WirePage): Buffer {
  return page.asDocumented ? page.bytes : writePage(page, { lost: page.lost });
}

/** `POST /query` for the first page of a query, `GET /query` for the page that a token stands for. */
export function queryRoute(router: Router, upstream: Upstream): void {
  router
    .route("/query")
    .post(...jsonBody, async (request, response) => {
      if (request.query.pageToken !== undefined) {
        throw earshotProblem("badRequest", sentence("requestTokenInPost"));
      }
      if (!hasBody(request)) throw earshotProblem("badRequest", sentence("requestNoQuery"));
      const pageSize = readPageSize(request);
      const query = parseBody(request, insightsQueryRequestSchema);
      sendBytes(response, pageBytes(await upstream.firstPage(query, pageSize, goneSignal(response))));
    })
    .get(async (request, response) => {
      if (hasBody(request)) {
        throw earshotProblem("badRequest", sentence("requestBodyInGet"));
      }
      sendBytes(response, pageBytes(await upstream.nextPage(readPageToken(request), goneSignal(response))));
    })
    .all(onlyMethods("GET", "POST"));
}
