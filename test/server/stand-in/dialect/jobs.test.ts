import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../../../../server/stand-in/account.ts";
import { type Asked, metadataPath, now } from "../support.ts";
import { jobsPath, someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData({ conversations: 20 });
});
afterAll(() => data.close());

const body = JSON.stringify({ query: { dimensions: ["Id"] } });

async function submit(asked: Asked): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await asked.send(jobsPath, { method: "POST", body });
  return { status: response.status, body: await response.json() };
}

test.each([400, 402, 404, 422, 500])("jobs-%i refuses jobs, and takes queries", async (status) => {
  const asked = await speaking(data, [`jobs-${status}`]);
  expect(await submit(asked)).toMatchObject({ status, body: { httpStatusCode: status } });
  expect(await asked.rows({ dimensions: ["Id"] })).toHaveLength(20);
});

test.each([
  ["jobs-failed", "FAILED", 404],
  ["jobs-cancelled", "CANCELLED", 404],
  ["jobs-pending", "PENDING", 404],
  ["jobs-gone", "COMPLETED", 404],
  ["jobs-succeeded", "SUCCEEDED", 200],
  ["jobs-lower-case", "completed", 200],
  ["jobs-queued", "COMPLETED", 200],
])("%s: a job ends as %s, and its results are answered with %i", async (word, state, status) => {
  const asked = await speaking(data, [word]);
  const submitted = await submit(asked);
  expect(submitted.status).toBe(202);
  const path = `${jobsPath}/${submitted.body.operationId}`;
  const job = await (await asked.send(path)).json();
  expect(job).toMatchObject({ status: state });
  expect("completedAt" in job && "resultUrl" in job).toBe(["COMPLETED", "SUCCEEDED", "completed"].includes(state));
  expect((await asked.send(`${path}/Results`)).status).toBe(status);
});

test("jobs-failed says why", async () => {
  const asked = await speaking(data, ["jobs-failed"]);
  const { body: submitted } = await submit(asked);
  const job = await (await asked.send(`${jobsPath}/${submitted.operationId}`)).json();
  expect(job).toMatchObject({ error: { httpStatusCode: 504 } });
});

test("jobs-queued and jobs-lower-case have states of their own before the end", async () => {
  for (const [word, state] of [
    ["jobs-queued", "QUEUED"],
    ["jobs-lower-case", "pending"],
  ] as const) {
    const asked = await speaking(data, [word], { jobTimes: { pendingMs: 1e6, runningMs: 1e6 } });
    expect((await submit(asked)).body).toMatchObject({ status: state });
  }
});

test("unavailable-once is for the first request of each kind", async () => {
  const asked = await speaking(data, ["unavailable-once"]);
  for (const send of [
    () => asked.send(metadataPath),
    () => asked.send(jobsPath, { method: "POST", body }),
    () => asked.send("/v3/InsightsDomains/Conversations/Query", { method: "POST", body }),
  ]) {
    const first = await send();
    expect([first.status, first.headers.get("retry-after")]).toEqual([503, "1"]);
    expect((await send()).ok).toBe(true);
  }
});

test.each([
  ["limit-epoch-ms", String(now.getTime() + 2000)],
  ["limit-absurd", "8640000"],
])("%s: one 429 that resets at %s", async (word, reset) => {
  const asked = await speaking(data, [word], { clock: () => now.getTime() });
  const send = () => asked.send("/v3/InsightsDomains/Conversations/Query", { method: "POST", body });
  const first = await send();
  expect([first.status, first.headers.get("x-ratelimit-reset")]).toEqual([429, reset]);
  expect((await send()).status).toBe(200);
});
