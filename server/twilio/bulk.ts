import type { InsightsQueryRequest } from "../../contract/query.ts";
import { insightsPath } from "./faults.ts";
import type { FruitlessPages } from "./fruitless-pages.ts";
import type { Gate, OnHeld } from "./gate.ts";
import type { Guarded } from "./guarded.ts";
import { type JobNow, readJob, readSubmitted } from "./read-job.ts";
import { readPage, type WirePage } from "./read-page.ts";
import { waitSeconds } from "./retry-after.ts";
import type { Call, RawAnswer } from "./transport.ts";

/** What comes along with each call of an export. */
export type Ask = { signal: AbortSignal; onHeld?: OnHeld };

/** What Twilio says of a job, and in how many seconds it wants to be asked again. */
export type JobAnswer<Value> = { job: Value; retryAfter: number | undefined };

/**
 * The calls that an export makes. They wait behind those of browsing persons, and their rows are the bytes that came.
 * Paths are built from the operation id; the addresses that Twilio's answers name are not looked at.
 */
export type Bulk = {
  firstPage(request: InsightsQueryRequest, pageSize: number | undefined, ask: Ask): Promise<WirePage>;
  /** The query is given again for those who have forgotten what the token is a token of. */
  nextPage(pageToken: string, ask: Ask, request?: InsightsQueryRequest): Promise<WirePage>;
  /** The id of the job. The same key and request give the same one, for a day. */
  submitJob(request: InsightsQueryRequest, idempotencyKey: string, ask: Ask): Promise<JobAnswer<string>>;
  job(operationId: string, ask: Ask): Promise<JobAnswer<JobNow>>;
  results(
    operationId: string,
    pageSize: number | undefined,
    pageToken: string | undefined,
    ask: Ask,
    request?: InsightsQueryRequest,
  ): Promise<WirePage>;
};

function withParams(path: string, params: Record<string, string | number | undefined>): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&");
  return query ? `${path}?${query}` : path;
}

export function createBulk(gate: Gate, guarded: Guarded, vain: FruitlessPages): Bulk {
  function rows(name: string, what: Call, ask: Ask, token?: string): Promise<WirePage> {
    const read = async () => readPage(await gate.background(what, ask.signal, ask.onHeld));
    return guarded(name, what, () => vain.read(token, ask.signal, read));
  }

  function job<Value>(what: Call, read: (answer: RawAnswer) => Value, ask: Ask): Promise<JobAnswer<Value>> {
    return guarded("QueryJobs", what, async () => {
      const answer = await gate.background(what, ask.signal, ask.onHeld);
      return { job: read(answer), retryAfter: waitSeconds(answer.headers) };
    });
  }

  const jobPath = (operationId: string) => `${insightsPath}/QueryJobs/${encodeURIComponent(operationId)}`;
  return {
    firstPage: (request, pageSize, ask) => {
      const path = withParams(`${insightsPath}/Query`, { pageSize });
      return rows("Query", { method: "POST", path, body: JSON.stringify(request) }, ask);
    },
    nextPage: (pageToken, ask) =>
      rows("Query", { method: "GET", path: withParams(`${insightsPath}/Query`, { pageToken }) }, ask, pageToken),
    submitJob: (request, idempotencyKey, ask) => {
      const headers = { "idempotency-key": idempotencyKey };
      const what: Call = { method: "POST", path: `${insightsPath}/QueryJobs`, body: JSON.stringify(request), headers };
      return job(what, readSubmitted, ask);
    },
    job: (operationId, ask) => job({ method: "GET", path: jobPath(operationId) }, readJob, ask),
    results: (operationId, pageSize, pageToken, ask) => {
      const path = withParams(`${jobPath(operationId)}/Results`, { pageSize, pageToken });
      return rows("QueryJobs Results", { method: "GET", path }, ask, pageToken);
    },
  };
}
