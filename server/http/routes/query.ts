import type { Request, Response, Router } from "express";
import { knownHeader } from "../../../contract/account.ts";
import { limits } from "../../../contract/limits.ts";
import { insightsQueryRequestSchema } from "../../../contract/query.ts";
import type { OpenAccount } from "../../accounts/account.ts";
import { contextOf } from "../../context/request-context.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { type WirePage, writePage } from "../../twilio/read-page.ts";
import { hasBody, jsonBody, parseBody } from "../body.ts";
import { onlyMethods } from "../methods.ts";
import { sendBytes } from "../send-bytes.ts";

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

/** Tells with the answer, or with the refusal, how much is known of the account by then. */
async function told<Answer>(response: Response, { knowledge }: OpenAccount, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } finally {
    response.set(knownHeader, String(knowledge.version));
  }
}

/** `POST /query` for the first page of a query, `GET /query` for the page that a token stands for. */
export function queryRoute(router: Router): void {
  router
    .route("/query")
    .post(...jsonBody(limits.queryBytes), async (request, response) => {
      if (request.query.pageToken !== undefined) {
        throw earshotProblem("badRequest", sentence("requestTokenInPost"));
      }
      if (!hasBody(request)) throw earshotProblem("badRequest", sentence("requestNoQuery"));
      const pageSize = readPageSize(request);
      const query = parseBody(request, insightsQueryRequestSchema);
      const { account, signal } = contextOf(request);
      const answer = account.upstream.firstPage(query, pageSize, signal);
      sendBytes(response, pageBytes(await told(response, account, answer)));
    })
    .get(async (request, response) => {
      if (hasBody(request)) {
        throw earshotProblem("badRequest", sentence("requestBodyInGet"));
      }
      const { account, signal } = contextOf(request);
      const answer = account.upstream.nextPage(readPageToken(request), signal);
      sendBytes(response, pageBytes(await told(response, account, answer)));
    })
    .all(onlyMethods("GET", "POST"));
}
