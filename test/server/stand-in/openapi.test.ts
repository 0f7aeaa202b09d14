import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { findFields } from "../../../contract/fields.ts";
import { jobSubmitSchema } from "../../../contract/job.ts";
import { metadataSchema } from "../../../contract/metadata.ts";
import { nextToken, pageSchema } from "../../../contract/page.ts";
import { catalogueNames, type StandInOptions } from "../../../server/stand-in/options.ts";
import { operatorIds } from "../../../server/stand-in/sample/sets.ts";
import { startStandIn } from "../../../server/stand-in/start.ts";
import { long } from "../../support/long.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { readDocuments } from "./openapi/documents.ts";
import { type Exchange, type Recorder, startRecorder } from "./openapi/recorder.ts";
import { Validator } from "./openapi/validate.ts";
import { metadataPath, now, queryPath } from "./support.ts";

const conversations = long(30, 300);
const jobsPath = "/v3/InsightsDomains/Conversations/QueryJobs";

let validator: Validator | undefined;
let why = "";
beforeAll(async () => {
  const documents = await readDocuments();
  if (typeof documents === "string") why = documents;
  else validator = new Validator(documents);
}, 90_000);
const closers: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closers.map((close) => close())));

async function record(options: StandInOptions, withCredentials = true): Promise<Recorder> {
  const standIn = await startStandIn({ now, jobTimes: { pendingMs: 0, runningMs: 0 }, ...options });
  const login = `Basic ${Buffer.from(`${standIn.apiKey}:${standIn.apiSecret}`).toString("base64")}`;
  const recorder = await startRecorder(standIn, withCredentials ? login : undefined);
  closers.push(async () => {
    await recorder.close();
    await standIn.close();
  });
  return recorder;
}

function asking({ url }: Recorder) {
  const get = (path: string) => fetch(url + path);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const sent = { "content-type": "application/json", ...headers };
    return fetch(url + path, { method: "POST", headers: sent, body: JSON.stringify(body) });
  };
  return { get, post };
}

/** What the answers should not have said, each thing once: ids differ, complaints do not. */
function complaints(exchanges: readonly Exchange[]): string[] {
  const all = exchanges.flatMap((one) => validator?.response(one) ?? []);
  return [...new Set(all.map((one) => one.replace(/conv_conversation_\w+/g, "{id}")))];
}

/** The statuses that came though their operation lists none of them. */
function unlisted({ exchanges }: Recorder): string[] {
  const strange = exchanges.filter((one) => validator?.find(one) && !validator.isListed(one));
  return [...new Set(strange.map((one) => `${one.status} ${validator?.find(one)?.template}`))].sort();
}

async function namesOf(recorder: Recorder) {
  const metadata = metadataSchema.parse(await (await asking(recorder).get(metadataPath)).json());
  const { roles } = findFields(metadata);
  return { metadata, id: roles.id?.field ?? "", status: roles.status?.field ?? "" };
}

async function tourQueries(recorder: Recorder): Promise<string[]> {
  const { get, post } = asking(recorder);
  const { metadata, id, status } = await namesOf(recorder);
  for (const cube of metadata.cubes) {
    const query = {
      dimensions: cube.dimensions.map(({ name }) => name),
      measures: cube.measures.map(({ name }) => name),
    };
    const page = pageSchema.parse(await (await post(`${queryPath}?pageSize=10`, { query })).json());
    await get(`${queryPath}?pageToken=${encodeURIComponent(nextToken(page) ?? "")}`);
  }
  const query = { dimensions: [id, status] };
  const filters = [{ op: "OR", expressions: [{ op: "NE", field: status, values: ["x"] }] }];
  const request = {
    domain: "Conversations",
    query: { ...query, filters, orderBy: [{ field: id, direction: "DESC" }] },
  };
  const page = pageSchema.parse(await (await post(`${queryPath}?pageSize=1000`, request)).json());
  await post(queryPath, { query: { dimensions: ["Colour"] } });
  await get(`${queryPath}?pageToken=abc`);
  await get(queryPath);

  const key = { "idempotency-key": randomUUID() };
  const submitted = jobSubmitSchema.parse(await (await post(jobsPath, request, key)).json());
  await post(jobsPath, { query }, key);
  await post(jobsPath, { query: {} });
  await get(`${jobsPath}/${submitted.operationId}`);
  const results = pageSchema.parse(
    await (await get(`${jobsPath}/${submitted.operationId}/Results?pageSize=10`)).json(),
  );
  const token = encodeURIComponent(nextToken(results) ?? "");
  await get(`${jobsPath}/${submitted.operationId}/Results?pageToken=${token}`);
  for (const rest of ["", "?pageSize=1&status=COMPLETED", "?status=DONE", "/proc_job_0", "/proc_job_0/Results"]) {
    await get(jobsPath + rest);
  }
  return page.items.map((row) => String(row[id]));
}

async function tourConversations(recorder: Recorder, ids: readonly string[]): Promise<void> {
  const { get } = asking(recorder);
  for (const id of ids) {
    await get(`/v2/Conversations/${id}`);
    await get(`/v2/Conversations/${id}/Participants?pageSize=2`);
    await get(`/v2/Conversations/${id}/Communications?pageSize=1000`);
    await get(`/v3/Conversations/${id}`);
    await get(`/v3/OperatorResults?conversationId=${id}`);
  }
  for (const list of ["/v2/Conversations", "/v3/Conversations"]) {
    await get(`${list}?pageSize=5`);
    await get(`${list}?channelId=CA0`);
    await get(`${list}?pageSize=0`);
  }
  await get("/v3/OperatorResults?pageSize=200");
  await get("/v3/OperatorResults?pageSize=0");
  await get("/v3/ControlPlane/Operators?pageSize=2");
  await get(`/v3/ControlPlane/Operators/${operatorIds.Summary}`);
  await get("/v3/ControlPlane/Operators/intelligence_operator_0");
  await get(`/v2/Conversations/${ids[0]}/Communications?pageToken=abc`);
}

describe("against Twilio's own documents", { timeout: 60_000 }, () => {
  it.for(catalogueNames)("every answer of %s is valid, failures too", async (catalogue, context) => {
    const recorder = await record({ conversations, catalogue });
    const ids = await tourQueries(recorder);
    await tourConversations(recorder, ids);
    expect(recorder.exchanges.length).toBeGreaterThan(5 * conversations);
    expect(new Set(recorder.exchanges.map(({ status }) => status))).toEqual(new Set([200, 202, 400, 404, 422]));
    if (!validator) return context.skip(why);
    expect(complaints(recorder.exchanges)).toEqual([]);
    expect(unlisted(recorder)).toEqual([]);
  });

  it("refusals and failures on purpose are valid, too", async (context) => {
    const recorder = await record({ conversations: 20, faults: true });
    const { get, post } = asking(recorder);
    for (const status of [401, 403, 404, 429, 500, 503]) {
      const filters = [{ expressions: [{ op: "EQ", field: "Status", values: [`fault:${status}`] }] }];
      const request = { query: { dimensions: ["Id"], filters } };
      expect((await post(queryPath, request)).status).toBe(status);
      expect((await post(jobsPath, request)).status).toBe(status);
      for (const path of ["/v2/Conversations", "/v3/Conversations", "/v3/OperatorResults?conversationId="]) {
        const id = `${path.endsWith("=") ? "" : "/"}fault-${status}`;
        expect((await get(path + id)).status).toBe(status);
      }
    }
    const filters = [{ expressions: [{ op: "EQ", field: "Status", values: ["fault:job-failed"] }] }];
    const failing = jobSubmitSchema.parse(
      await (await post(jobsPath, { query: { dimensions: ["Id"], filters } })).json(),
    );
    expect(await (await get(`${jobsPath}/${failing.operationId}`)).json()).toMatchObject({ status: "FAILED" });
    const stranger = await record({ conversations: 1 }, false);
    for (const path of [metadataPath, jobsPath, "/v2/Conversations/x", "/v3/OperatorResults"]) {
      expect((await asking(stranger).get(path)).status).toBe(401);
    }
    const limited = await record({ conversations: 1, rateLimit: { requests: 1, seconds: 600 } });
    await asking(limited).get(metadataPath);
    for (const path of [metadataPath, jobsPath, "/v2/Conversations/x", "/v3/OperatorResults"]) {
      expect((await asking(limited).get(path)).status).toBe(429);
    }
    if (!validator) return context.skip(why);
    const all = [recorder, stranger, limited].flatMap(({ exchanges }) => exchanges);
    expect(complaints(all)).toEqual([]);
    expect(unlisted(limited)).toEqual([]);
  });

  it("every request that the proxy sends is valid", async (context) => {
    const recorder = await record({ conversations: 150, jobTimes: { pendingMs: 50, runningMs: 50 } });
    const proxy = await startProxy(recorder.url);
    onTestFinished(() => proxy.close());
    const { get, post } = asking({ ...recorder, url: proxy.url });
    const query = {
      dimensions: ["Id", "Channels", "DateCreated"],
      filters: [{ op: "AND", expressions: [{ op: "NE", field: "Status", values: ["x"] }] }],
      orderBy: [{ field: "DateCreated", direction: "DESC" }],
    };
    const request = { query, properties: { timezone: "Europe/Berlin" } };
    expect((await get("/api/metadata")).status).toBe(200);
    const page = pageSchema.parse(await (await post("/api/query?pageSize=100", request)).json());
    const token = encodeURIComponent(nextToken(page) ?? "");
    expect((await get(`/api/query?pageToken=${token}`)).status).toBe(200);
    for (const { Id } of page.items.slice(0, 8)) await get(`/api/conversations/${Id}`);
    const columns = ["Id", "Channels"].map((field) => ({ field, header: field }));
    const created = await (await post("/api/exports", { request, columns })).json();
    const { id } = z.object({ id: z.string() }).parse(created);
    await vi.waitFor(async () => expect((await get(`/api/exports/${id}/file?format=csv`)).status).toBe(200), {
      timeout: 15_000,
      interval: 200,
    });
    const asked = new Set(recorder.exchanges.map(({ method, path }) => `${method} ${path.split("/")[1]}`));
    expect(asked).toEqual(new Set(["GET v3", "POST v3", "GET v2"]));
    if (!validator) return context.skip(why);
    expect(recorder.exchanges.flatMap((one) => validator?.request(one))).toEqual([]);
    expect(complaints(recorder.exchanges)).toEqual([]);
  });

  it("what is wrong is noticed", async (context) => {
    if (!validator) return context.skip(why);
    const recorder = await record({ conversations: 5 });
    await asking(recorder).post(`${queryPath}?pageSize=5`, { query: { dimensions: ["Id"] } });
    const [good] = recorder.exchanges;
    if (!good) throw new Error("Nothing was recorded");
    expect(validator.response(good)).toEqual([]);
    expect(validator.request(good)).toEqual([]);
    const spoiled = { ...good, body: good.body.replace('"pageSize":5', '"pageSize":"5"') };
    expect(validator.response(spoiled)).toEqual([expect.stringContaining("/meta/pageSize must be integer")]);
    expect(validator.response({ ...good, status: 502 })).toContainEqual(expect.stringContaining("httpStatusCode"));
    expect(validator.request({ ...good, search: new URLSearchParams("pageSize=0") })).toHaveLength(1);
    expect(validator.request({ ...good, search: new URLSearchParams("size=5") })).toHaveLength(1);
    expect(validator.request({ ...good, requestBody: "{}" })).toEqual([expect.stringContaining("query")]);
  });
});
