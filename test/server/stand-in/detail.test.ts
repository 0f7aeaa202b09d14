import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { communicationSchema, operatorResultSchema, participantSchema } from "../../../contract/detail.ts";
import type { Row } from "../../../contract/page.ts";
import { operatorIds } from "../../../server/stand-in/sample/sets.ts";
import { long } from "../../support/long.ts";
import { type Asked, ask, now, words } from "./support.ts";

const metaSchema = z.looseObject({ key: z.string(), pageSize: z.number(), nextToken: z.string().nullish() });
const oldChannels = ["voice", "sms", "rcs", "whatsapp", "chat"];
const dimensions = [
  "Id",
  "Name",
  "DateCreated",
  "Status",
  "Channels",
  "Languages",
  "OperatorResult.Value",
  "CustomerName",
  "AgentName",
  "AgentType",
  "ParticipantCount",
  "MessageCount",
  "Duration",
];

const conversations = long(300, 3000);

let asked: Asked;
let rows: Row[];
beforeAll(async () => {
  asked = await ask({ conversations, now });
  rows = await asked.rows({ dimensions });
});
afterAll(() => asked.standIn.close());

async function read(path: string): Promise<{ status: number; body: unknown }> {
  const response = await asked.send(path);
  return { status: response.status, body: await response.json() };
}

/** Every item of a list, page by page. */
async function all<Schema extends z.core.$ZodType>(path: string, key: string, schema: Schema, pageSize = 1000) {
  const items: z.infer<Schema>[] = [];
  for (let token: string | undefined = ""; token !== undefined; ) {
    const search = new URLSearchParams({ pageSize: String(pageSize), ...(token && { pageToken: token }) });
    const { status, body } = await read(`${path}${path.includes("?") ? "&" : "?"}${search}`);
    expect(status).toBe(200);
    const { meta } = z.object({ meta: metaSchema }).parse(body);
    const found = z.array(schema).parse(z.record(z.string(), z.unknown()).parse(body)[key]);
    expect(meta).toMatchObject({ key, pageSize: found.length });
    items.push(...found);
    token = meta.nextToken ?? undefined;
  }
  return items;
}

const communicationsOf = (id: unknown, pageSize?: number) =>
  all(`/v2/Conversations/${id}/Communications`, "communications", communicationSchema, pageSize);
const resultsOf = (id: unknown) => all(`/v3/OperatorResults?conversationId=${id}`, "items", operatorResultSchema);

/** Some rows of those that Conversations v2 still has. */
async function orchestrated(wanted: (row: Row) => boolean, most: number): Promise<Row[]> {
  const found: Row[] = [];
  for (const row of rows.filter((one) => words(one.Channels).every((name) => oldChannels.includes(name)))) {
    if (found.length === most) break;
    if (wanted(row) && (await read(`/v2/Conversations/${row.Id}`)).status === 200) found.push(row);
  }
  return found;
}

describe("a conversation in detail", () => {
  it("agrees with its row in Insights", async () => {
    for (const row of await orchestrated(() => true, long(25, 200))) {
      const begin = Date.parse(String(row.DateCreated));
      const { body } = await read(`/v2/Conversations/${row.Id}`);
      expect(body).toMatchObject({
        id: row.Id,
        name: row.Name,
        status: String(row.Status).toUpperCase(),
        createdAt: row.DateCreated,
        accountId: asked.standIn.accountSid,
      });
      const people = await all(`/v2/Conversations/${row.Id}/Participants`, "participants", participantSchema);
      expect(people).toHaveLength(Number(row.ParticipantCount));
      expect(people.find(({ type }) => type === "CUSTOMER")?.name).toBe(row.CustomerName);
      expect(people.map(({ type }) => type)).toContain(row.AgentType);
      const lines = await communicationsOf(row.Id);
      expect(lines).toHaveLength(Number(row.MessageCount));
      expect(new Set(lines.map(({ author }) => author.channel?.toLowerCase()))).toEqual(new Set(words(row.Channels)));
      const ids = people.map(({ id }) => id);
      for (const line of lines) {
        expect(line.content.text).toBeTruthy();
        expect(line.content.text).not.toContain("{");
        expect(ids).toContain(line.author.participantId);
        for (const time of [line.occurredAt, line.createdAt].filter((one) => one !== undefined)) {
          expect(Date.parse(time)).toBeGreaterThanOrEqual(begin);
          expect(Date.parse(time)).toBeLessThanOrEqual(begin + 1000 * Number(row.Duration));
        }
      }
    }
  });

  it("is the same each time, and in another run of the same account", async () => {
    const [row] = await orchestrated((one) => Number(one.MessageCount) > 5, 1);
    const again = await ask({ conversations, now });
    const path = `/v2/Conversations/${row?.Id}/Communications`;
    const first = JSON.stringify((await read(path)).body);
    expect(JSON.stringify((await read(path)).body)).toBe(first);
    const other = await (await again.send(path)).text();
    expect(other.replaceAll(again.standIn.accountSid, asked.standIn.accountSid)).toBe(first);
    await again.standIn.close();
  });

  it("has the words of a call with their times, within the line", async () => {
    const [row] = await orchestrated((one) => words(one.Channels).join() === "voice", 1);
    const body = (await read(`/v2/Conversations/${row?.Id}/Communications`)).body;
    const word = z.object({ text: z.string(), startTime: z.string(), endTime: z.string() });
    const transcription = z.object({
      confidence: z.number().min(0).max(1),
      channel: z.union([z.literal(0), z.literal(1)]),
      words: z.array(word),
    });
    const line = z.object({ content: z.object({ type: z.literal("TRANSCRIPTION"), transcription }) });
    const { communications } = z.object({ communications: z.array(line) }).parse(body);
    for (const { content } of communications) {
      const times = content.transcription.words.flatMap((one) => [one.startTime, one.endTime]);
      expect(times).toEqual([...times].sort());
    }
    expect(communications.flatMap(({ content }) => content.transcription.words).length).toBeGreaterThan(10);
  });

  it("is spoken in the languages of its row", async () => {
    const scripts: Record<string, RegExp> = {
      ar: /\p{Script=Arabic}/u,
      ja: /\p{Script=Hiragana}/u,
      hi: /\p{Script=Devanagari}/u,
      ru: /\p{Script=Cyrillic}/u,
      zh: /\p{Script=Han}/u,
      de: /\b(ich|bitte|danke)\b/i,
      es: /¿|\b(gracias|pedido|hola|factura)\b/i,
      pt: /\b(obrigado|pedido|olá|oi|fatura|não|quero|assinatura)\b/i,
      en: /\b(the|you|your|order|invoice)\b/i,
    };
    for (const [language, pattern] of Object.entries(scripts)) {
      const [row] = await orchestrated((one) => words(one.Languages).join() === language, 1);
      const lines = await communicationsOf(row?.Id);
      expect(lines.map(({ content }) => content.text).join("\n"), language).toMatch(pattern);
    }
  });

  it("has an AI's answer in several lines, and a human agent behind the account's number", async () => {
    const spoken = await orchestrated((one) => one.AgentType === "AI_AGENT" && Number(one.MessageCount) > 8, 5);
    let longest = 0;
    for (const row of spoken) {
      let run = 0;
      for (const { author } of await communicationsOf(row.Id)) {
        run = author.participantId?.endsWith("0") ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    expect(longest).toBeGreaterThanOrEqual(3);
    const [human] = await orchestrated(
      (one) => one.AgentType === "HUMAN_AGENT" && words(one.Channels).join() === "voice",
      1,
    );
    const people = await all(`/v2/Conversations/${human?.Id}/Participants`, "participants", participantSchema);
    expect(people.find(({ type }) => type === "HUMAN_AGENT")?.addresses[0]?.address).toBe("+12025550100");
  });

  it("comes in pages of any size", async () => {
    const [row] = await orchestrated((one) => Number(one.MessageCount) > 15, 1);
    const whole = await communicationsOf(row?.Id);
    expect(await communicationsOf(row?.Id, 4)).toEqual(whole);
    const path = `/v2/Conversations/${row?.Id}/Communications`;
    expect((await read(`${path}?pageSize=1001`)).status).toBe(400);
    expect((await read(`${path}?pageToken=abc`)).status).toBe(400);
  });

  it("is whole in one answer of Intelligence", async () => {
    for (const row of await orchestrated(() => true, 10)) {
      const { body } = await read(`/v3/Conversations/${row.Id}`);
      const lines = await communicationsOf(row.Id);
      expect(body).toMatchObject({
        id: row.Id,
        channels: words(row.Channels).map((name) => name.toUpperCase()),
        operatorResultIds: (await resultsOf(row.Id)).map(({ id }) => id),
      });
      const texts = z.object({
        communications: z.array(z.object({ id: z.string(), content: z.object({ text: z.string() }) })),
      });
      const copied = texts.parse(body).communications.map(({ id, content }) => [id, content.text]);
      expect(copied.sort()).toEqual(lines.map(({ id, content }) => [id, content.text]).sort());
    }
  });

  it("may be without some dates and addresses in a list", async () => {
    const lines: z.infer<typeof communicationSchema>[] = [];
    const people: z.infer<typeof participantSchema>[] = [];
    for (const row of await orchestrated((one) => Number(one.MessageCount) > 8, 25)) {
      lines.push(...(await communicationsOf(row.Id)));
      people.push(...(await all(`/v2/Conversations/${row.Id}/Participants`, "participants", participantSchema)));
    }
    expect(lines.some(({ createdAt }) => createdAt === undefined)).toBe(true);
    expect(lines.some(({ occurredAt }) => occurredAt === undefined)).toBe(true);
    expect(people.some(({ addresses }) => addresses.length === 0)).toBe(true);
    expect(people.some(({ name }) => name === undefined)).toBe(true);
  });
});

describe("what the other APIs do not have", () => {
  it("is a 404 in each API's own words", async () => {
    expect(await read("/v2/Conversations/conv_conversation_nobody")).toEqual({
      status: 404,
      body: {
        code: 20404,
        message: expect.stringContaining("conv_conversation_nobody"),
        more_info: expect.stringContaining("20404"),
        status: 404,
      },
    });
    expect(await read("/v2/Conversations/x/Participants")).toMatchObject({ status: 404, body: { status: 404 } });
    expect(await read("/v3/Conversations/x")).toMatchObject({ status: 404, body: { httpStatusCode: 404 } });
    expect(await read("/v3/ControlPlane/Operators/x")).toMatchObject({ status: 404, body: { httpStatusCode: 404 } });
    expect(await resultsOf("x")).toEqual([]);
  });

  it("are a few conversations deleted upstream, and in Conversations v2 those by e-mail and API", async () => {
    let deleted = 0;
    for (const row of rows) {
      const old = words(row.Channels).every((name) => oldChannels.includes(name));
      const { status, body } = await read(`/v3/Conversations/${row.Id}`);
      if (status === 404) deleted++;
      if (status === 404) expect(await resultsOf(row.Id)).toEqual([]);
      else if (!old) expect(body).toMatchObject({ conversationConfigurationId: "unused" });
      if (status === 404 || !old) expect((await read(`/v2/Conversations/${row.Id}`)).status).toBe(404);
    }
    expect(deleted).toBeGreaterThan(0);
    expect(deleted).toBeLessThan(rows.length / 20);
  });
});

describe("results of operators", () => {
  it("agree with the row's sentiment and point into the transcript", async () => {
    for (const row of await orchestrated(() => true, long(20, 200))) {
      const found = await resultsOf(row.Id);
      const ids = (await communicationsOf(row.Id)).map(({ id }) => id);
      const sentiment = found.filter(({ operator }) => operator.id === operatorIds.Sentiment);
      expect(sentiment.map(({ result }) => result)).toEqual(
        row["OperatorResult.Value"] === null ? [] : [{ label: row["OperatorResult.Value"] }],
      );
      for (const { conversationId, executionDetails } of found) {
        expect(conversationId).toBe(row.Id);
        expect(ids).toContain(executionDetails.communications.first);
        expect(ids).toContain(executionDetails.communications.last);
      }
    }
  });

  it("come in four formats, and are those that the classic catalogue counts", async () => {
    const classic = await ask({ conversations, now, catalogue: "classic" });
    const counted = await classic.rows({
      dimensions: ["OperatorResult.ConversationId", "OperatorResult.OperatorId", "OperatorResult.Id"],
    });
    const formats = new Set<string | undefined>();
    for (const row of await orchestrated(() => true, 30)) {
      const found = await resultsOf(row.Id);
      for (const { outputFormat } of found) formats.add(outputFormat);
      const own = counted.filter((one) => one["OperatorResult.ConversationId"] === row.Id);
      expect(own.map((one) => one["OperatorResult.Id"]).sort()).toEqual(found.map(({ id }) => id).sort());
    }
    expect(formats).toEqual(new Set(["JSON", "CLASSIFICATION", "TEXT", "EXTRACTION"]));
    await classic.standIn.close();
  });

  it("are those of all conversations when the parameter's name is wrong", async () => {
    const everything = await all("/v3/OperatorResults?conversation_id=x", "items", operatorResultSchema, 333);
    const ids = everything.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(everything.map(({ conversationId }) => conversationId)).size).toBeGreaterThan(conversations * 0.85);
    const one = await all(`/v3/OperatorResults?operatorId=${operatorIds.Summary}`, "items", operatorResultSchema);
    expect(one.length).toBe(everything.filter(({ operator }) => operator.id === operatorIds.Summary).length);
  });

  it("are of operators that are listed by name", async () => {
    const operator = z.object({ id: z.string(), displayName: z.string(), author: z.enum(["TWILIO", "SELF"]) });
    const listed = await all("/v3/ControlPlane/Operators", "items", operator, 2);
    expect(listed.map(({ displayName }) => displayName)).toEqual([...Object.keys(operatorIds), "Next Best Response"]);
    expect((await read(`/v3/ControlPlane/Operators/${operatorIds.Summary}`)).body).toMatchObject({
      displayName: "Summary",
    });
  });
});
