import { expect, it, vi } from "vitest";
import { jobSubmitSchema } from "../../../contract/job.ts";
import { nextToken, pageSchema } from "../../../contract/page.ts";
import { createAccount } from "../../../server/stand-in/account.ts";
import { Params } from "../../../server/stand-in/compile/params.ts";
import { ask } from "./support.ts";

const jobsPath = "/v3/InsightsDomains/Conversations/QueryJobs";
const request = { query: { dimensions: ["Id", "DateCreated"] } };

it("adds conversations of the last minutes, each with an id of its own", async () => {
  const now = new Date("2026-11-22T12:00:00Z");
  const account = await createAccount({ conversations: 100, now });
  await account.grow(40, new Date(now.getTime() + 3_600_000));
  expect(account.count()).toBe(140);
  const { rows } = await account.query(
    "SELECT count(*)::INTEGER, count(DISTINCT id)::INTEGER, count(DISTINCT n)::INTEGER, max(n)::INTEGER FROM conversation",
    new Params(),
  );
  expect(rows).toEqual([[140, 140, 140, 139]]);
  account.close();
});

it("shifts pages, but not the results of a job that was submitted before", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const asked = await ask({ conversations: 50, live: true, jobTimes: { pendingMs: 0, runningMs: 0 } });
  try {
    const before = await asked.rows(request.query);
    const submitted = await asked.send(jobsPath, { method: "POST", body: JSON.stringify(request) });
    const { operationId } = jobSubmitSchema.parse(await submitted.json());
    const first = await asked.first(request, 20);
    vi.advanceTimersByTime(10_000);
    let after = before;
    async function countAll(): Promise<number> {
      after = await asked.rows(request.query);
      return after.length;
    }
    await expect.poll(countAll).toBeGreaterThan(before.length);
    const old = new Set(before.map((row) => row.Id));
    expect(after.filter((row) => old.has(row.Id))).toEqual(before);
    const results = await asked.send(`${jobsPath}/${operationId}/Results?pageSize=1000`);
    expect(pageSchema.parse(await results.json()).items).toEqual(before);
    // A page begins after the last row of the page before it, so what is new above it brings nothing twice.
    const second = await asked.byToken(nextToken(first) ?? "");
    const seen = new Set(first.items.map((row) => row.Id));
    expect(second.items.some((row) => seen.has(row.Id))).toBe(false);
  } finally {
    vi.useRealTimers();
    await asked.standIn.close();
  }
});

it("lets conversations arrive when it is told to, and refuses a number that is none", async () => {
  const asked = await ask({ conversations: 50, faults: true });
  try {
    const arrive = (count: string) => fetch(`${asked.standIn.url}/sample-arrivals?count=${count}`, { method: "POST" });
    const before = await asked.rows(request.query);
    expect((await arrive("3")).status).toBe(204);
    expect(await asked.rows(request.query)).toHaveLength(before.length + 3);
    for (const wrong of ["0", "-1", "1.5", "1001", "many"]) expect((await arrive(wrong)).status).toBe(400);
  } finally {
    await asked.standIn.close();
  }
});
