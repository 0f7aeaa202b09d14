import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { jobSchema, jobSubmitSchema } from "../../../contract/job.ts";
import { nextToken, pageSchema } from "../../../contract/page.ts";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { type Asked, ask, metadataPath, now, queryPath } from "./support.ts";

const jobsPath = "/v3/InsightsDomains/Conversations/QueryJobs";

let asked: Asked;
beforeAll(async () => {
  asked = await ask({ conversations: 60, now, faults: true, jobTimes: { pendingMs: 0, runningMs: 0 } });
});
afterAll(() => asked.standIn.close());

function wanting(fault: string): InsightsQueryRequest {
  const filters = [{ expressions: [{ op: "EQ" as const, field: "Status", values: [`fault:${fault}`] }] }];
  return { query: { dimensions: ["Id"], filters } };
}

function post(fault: string, signal?: AbortSignal, path = `${queryPath}?pageSize=20`) {
  return asked.send(path, { method: "POST", body: JSON.stringify(wanting(fault)), ...(signal && { signal }) });
}

const ids = async () => (await asked.rows({ dimensions: ["Id"] })).map((row) => row.Id);

describe("a filter value", () => {
  it.each([401, 403, 404, 429, 500, 503])("provokes %i", async (status) => {
    const response = await post(String(status));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ httpStatusCode: status, message: expect.any(String) });
    expect(response.headers.has("retry-after")).toBe(false);
    expect(response.headers.get("x-ratelimit-reset")).toBe(status === 429 ? "5" : null);
  });

  it("provokes HTML", async () => {
    const response = await post("html");
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("<h1>");
  });

  it("provokes a body that is cut in the middle", async () => {
    const response = await post("cut");
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it("provokes an answer that never comes", async () => {
    const controller = new AbortController();
    const answer = post("hang", controller.signal);
    // Another answer comes while this one does not.
    expect((await asked.post({ query: { dimensions: ["Id"] } })).status).toBe(200);
    controller.abort();
    await expect(answer).rejects.toThrow("abort");
  });

  it("provokes a slow drip", async () => {
    const controller = new AbortController();
    const response = await post("drip", controller.signal);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBeLessThan(Number(response.headers.get("content-length")));
    controller.abort();
    await expect(reader?.read()).rejects.toThrow("abort");
  });

  it("provokes a failure once for each request", async () => {
    expect((await post("503-once")).status).toBe(503);
    expect((await post("503-once")).status).toBe(200);
  });

  it("leaves the rest of the query as it is", async () => {
    const query = wanting("job-failed");
    const also = [{ op: "NE" as const, field: "Status", values: ["closed", "fault:job-failed"] }];
    const filters = [...(query.query.filters ?? []), { expressions: also }];
    const kept = [{ expressions: [{ op: "NE" as const, field: "Status", values: ["closed"] }] }];
    expect(await asked.rows({ dimensions: ["Id"], filters })).toEqual(
      await asked.rows({ dimensions: ["Id"], filters: kept }),
    );
  });

  it("is a value like any other when no such fault is known, and where faults are off", async () => {
    expect((await asked.first(wanting("418"), 10)).items).toEqual([]);
    const other = await ask({ conversations: 5, now });
    expect((await other.first(wanting("500"), 10)).items).toEqual([]);
    expect((await fetch(`${other.standIn.url}/sample-faults`)).status).toBe(401);
    expect((await other.send("/sample-faults")).status).toBe(404);
    await other.standIn.close();
  });
});

describe("pages", () => {
  it("repeat a row", async () => {
    const [first, second, third] = await asked.walk(wanting("repeat"), 20);
    expect(second?.items[0]).toEqual(first?.items.at(-1));
    expect(second?.meta.pageSize).toBe(21);
    const rows = [...(first?.items ?? []), ...(second?.items.slice(1) ?? []), ...(third?.items ?? [])];
    expect(rows.map((row) => row.Id)).toEqual(await ids());
  });

  it("are empty and carry a token", async () => {
    const pages = await asked.walk(wanting("empty"), 20);
    expect(pages.map((page) => page.items.length)).toEqual([20, 0, 20, 20]);
    expect(pages.flatMap((page) => page.items.map((row) => row.Id))).toEqual(await ids());
  });

  it("have a token that has expired", async () => {
    const token = nextToken(await asked.first(wanting("expired"), 20)) ?? "";
    await expect(asked.byToken(token)).rejects.toThrow("expired");
    await expect(asked.byToken(token)).rejects.toThrow("400");
  });

  it("fail later, once", async () => {
    const token = nextToken(await asked.first(wanting("500-later-once"), 20)) ?? "";
    await expect(asked.byToken(token)).rejects.toThrow("500");
    expect((await asked.byToken(token)).items).toHaveLength(20);
  });

  it("have a largest size", async () => {
    expect(await asked.post(wanting("pagesize"), "?pageSize=21")).toMatchObject({ status: 400 });
    expect((await asked.first(wanting("pagesize"), 20)).items).toHaveLength(20);
  });
});

it("a query ordered by a field of several values is refused, also as a job", async () => {
  const ordered = (field: string) =>
    JSON.stringify({
      query: { ...wanting("order").query, dimensions: ["Id", field], orderBy: [{ field }, { field: "Id" }] },
    });
  for (const path of [queryPath, jobsPath]) {
    const refused = await asked.send(path, { method: "POST", body: ordered("Channels") });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ userError: true, params: { field: "Channels" } });
    expect((await asked.send(path, { method: "POST", body: ordered("Status") })).ok).toBe(true);
  }
  const usual = await asked.send(queryPath, { method: "POST", body: JSON.stringify(wanting("order")) });
  expect(pageSchema.parse(await usual.json()).items).toHaveLength(50);
});

describe("a job", () => {
  const submit = async (fault: string) =>
    jobSubmitSchema.parse(await (await post(fault, undefined, jobsPath)).json()).operationId;
  const results = async (id: string, search: string) => asked.send(`${jobsPath}/${id}/Results?pageSize=20${search}`);

  it("fails, with HTTP 200 and an error", async () => {
    const id = await submit("job-failed");
    const response = await asked.send(`${jobsPath}/${id}`);
    expect(response.status).toBe(200);
    expect(jobSchema.parse(await response.json())).toMatchObject({
      status: "FAILED",
      completedAt: expect.any(String),
      error: { code: 50001, httpStatusCode: 504 },
    });
    expect((await results(id, "")).status).toBe(404);
  });

  it("is refused, or fails on the second page of its results", async () => {
    expect((await post("503", undefined, jobsPath)).status).toBe(503);
    const id = await submit("cut-later-once");
    const first = pageSchema.parse(await (await results(id, "")).json());
    const search = `&pageToken=${encodeURIComponent(nextToken(first) ?? "")}`;
    await expect((await results(id, search)).text()).rejects.toThrow();
    expect(pageSchema.parse(await (await results(id, search)).json()).items).toHaveLength(20);
  });
});

describe("what has no filters", () => {
  it("is spoiled by the id of a conversation", async () => {
    const older = await asked.send("/v2/Conversations/fault-503/Communications");
    expect(older.status).toBe(503);
    expect(await older.json()).toMatchObject({ status: 503, more_info: expect.any(String) });
    expect((await asked.send("/v3/Conversations/fault-403")).status).toBe(403);
    expect((await asked.send("/v3/OperatorResults?conversationId=fault-500-once")).status).toBe(500);
    expect((await asked.send("/v3/OperatorResults?conversationId=fault-500-once")).status).toBe(200);
  });

  it("is spoiled by an order, as often as it says", async () => {
    const control = `${asked.standIn.url}/sample-faults`;
    const order = (rest: string) => fetch(`${control}/${rest}`, { method: "POST" });
    expect(await (await fetch(control)).json()).toMatchObject({ surfaces: expect.arrayContaining(["Metadata"]) });
    expect((await order("Metadata/401?times=2")).status).toBe(204);
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) statuses.push((await asked.send(metadataPath)).status);
    expect(statuses).toEqual([401, 401, 200]);
    expect((await order("Metadata/500")).status).toBe(204);
    expect((await fetch(control, { method: "DELETE" })).status).toBe(204);
    expect((await asked.send(metadataPath)).status).toBe(200);
    for (const wrong of ["Everything/500", "Metadata/418", "Metadata/repeat", "constructor/500"]) {
      expect((await order(wrong)).status).toBe(400);
    }
  });
});

describe("a rate limit", () => {
  it("refuses with both families of headers and no time to wait, then lets in again", async () => {
    const limited = await ask({ conversations: 5, now, rateLimit: { requests: 3, seconds: 1 } });
    let refused: Response | undefined;
    for (let i = 0; i < 500 && !refused; i++) {
      const response = await limited.send(metadataPath);
      if (response.status === 429) refused = response;
    }
    expect(Object.fromEntries(refused?.headers ?? [])).toMatchObject({
      "x-ratelimit-limit": "3",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1",
      "x-rate-limit-limit": "3",
      "x-rate-limit-remaining": "0",
      "x-rate-limit-config": expect.stringContaining("3"),
    });
    expect(refused?.headers.has("retry-after")).toBe(false);
    expect(await refused?.json()).toMatchObject({ httpStatusCode: 429 });
    await vi.waitFor(async () => expect((await limited.send(metadataPath)).status).toBe(200), { timeout: 10_000 });
    await limited.standIn.close();
  });
});
