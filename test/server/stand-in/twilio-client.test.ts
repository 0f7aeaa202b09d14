import { randomUUID } from "node:crypto";
import twilio from "twilio";
import { ResultListInstance } from "twilio/lib/rest/insights/v3/result.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { operatorIds } from "../../../server/stand-in/sample/sets.ts";
import { type Recorder, startRecorder } from "./openapi/recorder.ts";
import { type Asked, ask, now } from "./support.ts";

/** Twilio's own way to send requests, but to the stand-in instead of the host that the library names. */
class Detour extends twilio.RequestClient {
  readonly #url: string;

  constructor(url: string) {
    super();
    this.#url = url;
  }

  override request: twilio.RequestClient["request"] = (options) => {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: `${this.#url}${pathname}${search}` });
  };
}

let asked: Asked;
let recorder: Recorder;
let client: twilio.Twilio;
let id: string;
beforeAll(async () => {
  asked = await ask({ conversations: 130, now, jobTimes: { pendingMs: 0, runningMs: 1000 } });
  recorder = await startRecorder(asked.standIn);
  const { apiKey, apiSecret, accountSid } = asked.standIn;
  client = twilio(apiKey, apiSecret, { accountSid, httpClient: new Detour(recorder.url) });
  const filters = [
    {
      expressions: [
        { op: "IN" as const, field: "Channels", values: ["voice"] },
        { op: "GT" as const, field: "MessageCount", values: ["8"] },
        { op: "EQ" as const, field: "AgentType", values: ["HUMAN_AGENT"] },
      ],
    },
    { expressions: [{ op: "EQ" as const, field: "OperatorResult.Value", values: ["negative"] }] },
  ];
  const [row] = await asked.rows({ dimensions: ["Id"], filters });
  id = String(row?.Id);
});
afterAll(async () => {
  await recorder.close();
  await asked.standIn.close();
});

const plain = z.record(z.string(), z.unknown());

/** As JSON, with times cut to the milliseconds that the library keeps of some. */
function written(value: unknown): unknown {
  const cut = (_key: string, one: unknown) =>
    typeof one === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(one) ? new Date(one).toISOString() : one;
  return JSON.parse(JSON.stringify(value), cut);
}

function lastAnswer(): Record<string, unknown> {
  return plain.parse(JSON.parse(recorder.exchanges.at(-1)?.body ?? ""));
}

/** Everything that the answer said is in the object. */
function expectComplete(object: unknown, answer: unknown = lastAnswer()): void {
  expect(written(object)).toMatchObject(plain.parse(written(answer)));
}

describe("Twilio's own client, against the embedded account", () => {
  it("fetches the metadata", async () => {
    const metadata = await client.insights.v3.metadata.fetch();
    expect(metadata.cubes[0]?.dimensions.map(({ name }) => name)).toContain("Languages");
    expectComplete(metadata);
  });

  it("creates a query and follows its tokens to the end", async () => {
    // The types know no time zone, but the library passes on what it does not know. Likewise it puts the size of the
    // page into the body, where it has no effect: pages have the usual 50 rows.
    const request = {
      query: { dimensions: ["Id", "DateCreated.day"] },
      properties: { timezone: "Asia/Kathmandu" },
      pageSize: 7,
    };
    let page = await client.insights.v3.query.create(request);
    expectComplete(page);
    expect(page.meta.pageSize).toBe(50);
    expect(JSON.parse(recorder.exchanges.at(-1)?.requestBody ?? "")).toEqual(request);
    const rows = [...page.items];
    while (page.meta.nextToken) {
      page = await client.insights.v3.query.fetch({ pageToken: page.meta.nextToken });
      expectComplete(page);
      rows.push(...page.items);
    }
    expect(rows).toEqual(await asked.rows(request.query, "Asia/Kathmandu"));
  });

  it("submits a job, polls it, reads its results and lists jobs", async () => {
    const request = { query: { dimensions: ["Id"] } };
    const key = randomUUID();
    // In the first argument the key would go into the body; only the second sends the header. The library writes into
    // that object, so each call gets its own. Location and Retry-After are seen in the HTTP info alone.
    const submit = () => client.insights.v3.queryJobs.createWithHttpInfo(request, { "Idempotency-Key": key });
    const { body: job, headers } = await submit();
    expectComplete(job);
    const operationId = z.string().parse(job.operationId);
    expect(headers).toMatchObject({ location: job.statusUrl, "retry-after": expect.stringMatching(/^\d+$/) });
    expect((await submit()).body.operationId).toBe(operationId);

    const states = await vi.waitFor(
      async () => {
        const state = await client.insights.v3.queryJobs(operationId).fetch();
        // While a job runs, its JSON has no completedAt, and the library says now: only the status can be believed.
        if (state.status === "RUNNING") {
          expect(lastAnswer()).not.toHaveProperty("completedAt");
          expect(state.completedAt).toBeInstanceOf(Date);
        }
        expect(state.status).toBe("COMPLETED");
        return state;
      },
      { timeout: 15_000, interval: 100 },
    );
    expectComplete(states);

    // Nothing in the client leads to the results: the class has to be made by hand.
    const results = ResultListInstance(client.insights.v3, operationId);
    let page = await results.fetch({ pageSize: 60 });
    expectComplete(page);
    const rows = [...page.items];
    while (page.meta.nextToken) {
      page = await results.fetch({ pageSize: 60, pageToken: page.meta.nextToken });
      rows.push(...page.items);
    }
    expect(rows).toEqual(await asked.rows(request.query));

    for (let i = 0; i < 4; i++) await client.insights.v3.queryJobs.create(request);
    const all = await client.insights.v3.queryJobs.list({ pageSize: 2 });
    expect(all).toHaveLength(5);
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(5);
    expect(await client.insights.v3.queryJobs.list({ status: "FAILED" })).toEqual([]);
  });

  it("reads a conversation, who took part and what was said", async () => {
    const { v2 } = client.conversations;
    expectComplete(await v2.conversations(id).fetch());
    const people = await v2.participants(id).list();
    const { participants } = lastAnswer();
    for (const [i, one] of z.array(plain).parse(participants).entries()) expectComplete(people[i], one);
    expect(people.map(({ type }) => type)).toEqual(["CUSTOMER", "HUMAN_AGENT"]);

    const lines = await v2.communications(id).list();
    const { communications } = lastAnswer();
    const raw = z.array(plain).parse(communications);
    expect(lines).toHaveLength(raw.length);
    for (const [i, one] of raw.entries()) expectComplete(lines[i], one);
    // Where a row of the list has no date, the library says now; the answer itself tells which have one.
    for (const [i, line] of lines.entries()) {
      if (raw[i]?.occurredAt === undefined) expect(line.occurredAt?.getTime()).toBeGreaterThan(now.getTime());
    }
    expect((await v2.communications(id).list({ pageSize: 3 })).map((line) => line.id)).toEqual(
      lines.map((line) => line.id),
    );
  });

  it("reads the copy of Intelligence, the results of operators and the operators", async () => {
    const { v3 } = client.intelligence;
    const copy = await v3.conversations(id).fetch();
    expectComplete(copy);
    expect(copy.communications?.length).toBeGreaterThan(8);
    const results = await v3.operatorResults.list({ conversationId: id, pageSize: 1 });
    expect(results.map((one) => one.id)).toEqual(copy.operatorResultIds);
    const everything = `https://intelligence.twilio.com/v3/OperatorResults?conversationId=${id}`;
    // The class of a result keeps extracted entities only: labels, texts and free JSON are lost. So the answer itself is
    // asked for, by the client's own way to any address.
    const { body } = await client.request({ method: "get", uri: everything });
    const found = z.object({ items: z.array(plain) }).parse(typeof body === "string" ? JSON.parse(body) : body);
    for (const [i, { result, ...rest }] of found.items.entries()) {
      expectComplete(results[i], rest.outputFormat === "EXTRACTION" ? { ...rest, result } : rest);
    }
    expect(found.items.map(({ result }) => result)).toEqual([
      expect.objectContaining({ adherence: expect.any(String), score: expect.any(Number) }),
      { label: "negative" },
      { text: expect.any(String) },
      { entities: expect.any(Array) },
    ]);

    const operators = await v3.operators.list({ pageSize: 2 });
    expect(operators.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(results.map(({ operator }) => nameOf(operator.id))),
    );
    expectComplete(await v3.operators(operatorIds.Sentiment).fetch());
  });

  it("is told in its own errors what is wrong", async () => {
    // Of a failure the library keeps status, code, message and link; params and headers are lost.
    await expect(client.insights.v3.query.create({ query: { dimensions: ["Colour"] } })).rejects.toMatchObject({
      status: 400,
      code: 20001,
      message: expect.stringContaining("Colour"),
    });
    await expect(client.conversations.v2.conversations("nobody").fetch()).rejects.toMatchObject({
      status: 404,
      code: 20404,
      moreInfo: expect.stringContaining("20404"),
    });
    const stranger = twilio(asked.standIn.apiKey, "wrong", {
      accountSid: asked.standIn.accountSid,
      httpClient: new Detour(recorder.url),
    });
    await expect(stranger.insights.v3.metadata.fetch()).rejects.toMatchObject({ status: 401, code: 20003 });
  });
});

function nameOf(operatorId: string): string | undefined {
  return Object.entries(operatorIds).find(([, one]) => one === operatorId)?.[0];
}
