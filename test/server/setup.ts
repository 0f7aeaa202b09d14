import { onTestFinished } from "vitest";
import { type Problem, problemSchema } from "../../contract/problem.ts";
import { type FakeUpstream, startFakeUpstream } from "../support/servers/fake-upstream.ts";
import { type ProxyOptions, type RunningProxy, startProxy } from "../support/servers/proxy.ts";

/** A fake upstream with the real server before it; both end with the test. */
export async function setUp(options: ProxyOptions = {}): Promise<{ upstream: FakeUpstream; proxy: RunningProxy }> {
  const upstream = await startFakeUpstream();
  onTestFinished(() => upstream.close());
  const proxy = await startProxy(upstream.url, options);
  onTestFinished(() => proxy.close());
  return { upstream, proxy };
}

/** A small query that is valid. */
export const query = { query: { dimensions: ["Id"] } };

/** Sends a JSON body. */
export function post(url: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body), ...init });
}

/** The problem in an answer, checked against the contract, and agreeing with the status. */
export async function problemOf(response: Response): Promise<Problem> {
  const problem = problemSchema.parse(await response.json());
  const { httpStatusCode, source } = problem;
  // That Twilio lets nobody in is not said of whoever asks Earshot.
  const isOfUpstream = source === "twilio" && [401, 403].includes(httpStatusCode);
  if (response.status !== (isOfUpstream ? 502 : httpStatusCode)) throw new Error(`${httpStatusCode} is not the status`);
  return problem;
}
