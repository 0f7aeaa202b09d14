import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { jobSchema, jobSubmitSchema } from "../../../contract/job.ts";
import { nextToken, type Page, pageSchema } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { type Asked, ask, now } from "./support.ts";

const path = "/v3/InsightsDomains/Conversations/QueryJobs";
const request: InsightsQueryRequest = { query: { dimensions: ["Id", "Channels"] } };

let asked: Asked;
beforeAll(async () => {
  asked = await ask({ conversations: 120, now, jobTimes: { pendingMs: 60, runningMs: 60 } });
});
afterAll(() => asked.standIn.close());

async function submit(body: unknown = request, headers: Record<string, string> = {}, to = asked) {
  const response = await to.send(path, { method: "POST", body: JSON.stringify(body), headers });
  return { response, body: await response.json() };
}

async function submitted(body?: unknown, to = asked): Promise<string> {
  return jobSubmitSchema.parse((await submit(body, {}, to)).body).operationId;
}

async function poll(id: string, to = asked) {
  const response = await to.send(`${path}/${id}`);
  expect(response.status).toBe(200);
  return { job: jobSchema.parse(await response.json()), retryAfter: response.headers.get("retry-after") };
}

function completed(id: string, to = asked) {
  return vi.waitFor(
    async () => {
      const { job } = await poll(id, to);
      expect(job.status).toBe("COMPLETED");
      return job;
    },
    { timeout: 10_000 },
  );
}

async function results(id: string, pageSize: number, to = asked): Promise<Page[]> {
  const pages: Page[] = [];
  for (let token: string | undefined = ""; token !== undefined; ) {
    const search = new URLSearchParams({ pageSize: String(pageSize), ...(token && { pageToken: token }) });
    const response = await to.send(`${path}/${id}/Results?${search}`);
    expect(response.status).toBe(200);
    const page = pageSchema.parse(await response.json());
    pages.push(page);
    token = nextToken(page);
  }
  return pages;
}

describe("a job", () => {
  it("is taken on with 202, an address to poll and a time to wait", async () => {
    const { response, body } = await submit();
    expect(response.status).toBe(202);
    const { operationId, statusUrl } = jobSubmitSchema.parse(body);
    expect(body).toMatchObject({ status: "PENDING", createdAt: expect.stringMatching(/Z$/) });
    expect(operationId).toMatch(/^proc_job_[0-7][0-9a-z]{25}$/);
    expect(response.headers.get("location")).toBe(`${asked.standIn.url}${path}/${operationId}`);
    expect(statusUrl).toBe(response.headers.get("location"));
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it.each([
    ["PENDING", { pendingMs: 1e9, runningMs: 0 }],
    ["RUNNING", { pendingMs: 0, runningMs: 1e9 }],
  ])("that is %s says when to ask again and has no results", async (status, jobTimes) => {
    const slow = await ask({ conversations: 5, now, jobTimes });
    const id = await submitted(request, slow);
    const { job, retryAfter } = await poll(id, slow);
    expect(job.status).toBe(status);
    expect(job).not.toHaveProperty("completedAt");
    expect(job).not.toHaveProperty("resultUrl");
    expect(retryAfter).toMatch(/^[1-9]\d*$/);
    const response = await slow.send(`${path}/${id}/Results`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 20404, httpStatusCode: 404 });
    await slow.standIn.close();
  });

  it("completes, and says where its results are and how long", async () => {
    const id = await submitted();
    await completed(id);
    const { job, retryAfter } = await poll(id);
    expect(retryAfter).toBeNull();
    expect(job).toMatchObject({
      resultId: id,
      resultUrl: `${asked.standIn.url}${path}/${id}/Results`,
      resultRetentionPeriod: "P7D",
      completedAt: expect.stringMatching(/Z$/),
    });
  });

  it("has the rows of the same query asked at once, on pages of any size", async () => {
    const id = await submitted();
    await completed(id);
    const rows = await asked.rows(request.query);
    const pages = await results(id, 7);
    expect(pages[0]?.domain).toBe("Conversations");
    expect(pages.flatMap((page) => page.items)).toEqual(rows);
    expect((await results(id, 1000)).flatMap((page) => page.items)).toEqual(rows);
    const usual = pageSchema.parse(await (await asked.send(`${path}/${id}/Results`)).json());
    expect(usual.meta.pageSize).toBe(50);
    expect((await asked.send(`${path}/${id}/Results?pageSize=1001`)).status).toBe(400);
  });

  it("takes no token of another job or of a query", async () => {
    const [one, other] = [await submitted(), await submitted()];
    await completed(other);
    const token = nextToken((await results(one, 100))[0] ?? { items: [], meta: {} }) ?? "";
    expect((await asked.send(`${path}/${other}/Results?pageToken=${encodeURIComponent(token)}`)).status).toBe(400);
    const query = nextToken(await asked.first(request, 10)) ?? "";
    expect((await asked.send(`${path}/${other}/Results?pageToken=${encodeURIComponent(query)}`)).status).toBe(400);
    await expect(asked.byToken(token)).rejects.toThrow("400");
  });

  it("is gone with its results when they have expired", async () => {
    const brief = await ask({ conversations: 5, now, jobTimes: { pendingMs: 0, runningMs: 0, retentionMs: 40 } });
    const id = await submitted(request, brief);
    await expect.poll(async () => (await brief.send(`${path}/${id}/Results`)).status).toBe(404);
    expect((await poll(id, brief)).job).toMatchObject({ status: "COMPLETED", resultRetentionPeriod: "PT0.04S" });
    await brief.standIn.close();
  });

  it("is refused at once when its query is wrong, and not found when it never was", async () => {
    expect(await submit({ query: { dimensions: ["Colour"] } })).toMatchObject({ response: { status: 400 } });
    expect((await asked.send(`${path}/proc_job_0`)).status).toBe(404);
    expect((await asked.send(`${path}/proc_job_0/Results`)).status).toBe(404);
    expect((await asked.send(`${path}/proc_job_0`, { method: "DELETE" })).status).toBe(405);
  });
});

describe("an idempotency key", () => {
  it("makes one job of the same request sent twice, and refuses another request", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const first = jobSubmitSchema.parse((await submit(request, headers)).body);
    const again = await submit({ query: { ...request.query } }, headers);
    expect(again.response.status).toBe(202);
    expect(again.body).toMatchObject({ operationId: first.operationId, createdAt: first.createdAt });
    const other = await submit({ query: { dimensions: ["Id"] } }, headers);
    expect(other.response.status).toBe(422);
    expect(other.body).toMatchObject({ httpStatusCode: 422 });
    expect(await submitted()).not.toBe(first.operationId);
  });

  it("has to be a UUID", async () => {
    expect((await submit(request, { "idempotency-key": "mine" })).response.status).toBe(400);
  });
});

describe("the list of jobs", () => {
  it("is newest first, in pages, of one status when asked", async () => {
    const own = await ask({ conversations: 5, now, jobTimes: { pendingMs: 0, runningMs: 0 } });
    const ids: string[] = [];
    for (let i = 0; i < 53; i++) ids.unshift(await submitted(request, own));
    const read = async (search: string) => pageSchema.parse(await (await own.send(`${path}${search}`)).json());
    const first = await read("");
    expect(first.items).toHaveLength(50);
    expect(first.meta).toMatchObject({ key: "items", pageSize: 50 });
    const rest = await read(`?pageToken=${encodeURIComponent(nextToken(first) ?? "")}`);
    expect([...first.items, ...rest.items].map((job) => job.operationId)).toEqual(ids);
    expect(nextToken(rest)).toBeUndefined();
    expect((await read("?status=COMPLETED&pageSize=1000")).items).toHaveLength(53);
    expect((await read("?status=CANCELLED")).items).toEqual([]);
    for (const search of ["?status=DONE", "?pageSize=0", "?pageSize=1001", "?pageToken=abc"]) {
      expect((await own.send(path + search)).status).toBe(400);
    }
    await own.standIn.close();
  });
});
