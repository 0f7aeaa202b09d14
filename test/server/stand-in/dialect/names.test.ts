import { afterAll, beforeAll, expect, test } from "vitest";
import { metadataSchema } from "../../../../contract/metadata.ts";
import type { Row } from "../../../../contract/page.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import { type Asked, metadataPath } from "../support.ts";
import { bothRows, someData, speaking } from "./support.ts";

let summary: Account;
let classic: Account;
beforeAll(async () => {
  summary = await someData({ catalogue: "summary" });
  classic = await someData({ catalogue: "classic" });
});
afterAll(() => {
  summary.close();
  classic.close();
});

const full = (name: string) => `ConversationSummary.${name}`;

async function metadataOf(asked: Asked) {
  const { cubes } = metadataSchema.parse(await (await asked.send(metadataPath)).json());
  return cubes.flatMap(({ dimensions, measures }) => [...dimensions, ...measures]);
}

/** For each dialect: new names of usual ones, all in the metadata, in one query of both kinds of name. */
test.each<[word: string, names: Record<string, string>]>([
  ["names-created-timestamp", { CreatedAt: full("CreatedTimestamp"), "CreatedAt.day": full("CreatedTimestamp.day") }],
  ["names-uuid", { ConversationId: full("ConversationUuid") }],
  ["names-list", { Channels: full("ChannelList"), Languages: full("LanguageList") }],
  ["names-count-distinct", { ConversationCount: full("CountDistinctConversations") }],
  ["names-sentiment-overall", { Sentiment: full("SentimentOverall") }],
  ["grains-joined", { "CreatedAt.day": full("CreatedAtDay"), "CreatedAt.hour": full("CreatedAtHour") }],
  ["grains-snake", { "CreatedAt.day": full("created_at_day") }],
  ["grains-capital", { "CreatedAt.day": full("CreatedAt.Day") }],
  ["grains-opaque", { "CreatedAt.hour": full("bucket_1"), "CreatedAt.day": full("bucket_2") }],
  [
    "names-snake",
    { ConversationId: "conversation_summary.conversation_id", "CreatedAt.day": "conversation_summary.created_at.day" },
  ],
  [
    "names-lower",
    { ConversationId: "conversationsummary.conversationid", "CreatedAt.day": "conversationsummary.createdat.day" },
  ],
  ["names-opaque", { ConversationId: "dim_1", CreatedAt: "dim_4", "CreatedAt.day": "dim_6", Channels: "dim_9" }],
])("%s: metadata, queries, filters, order and rows have the new names", async (word, names) => {
  const asked = await speaking(summary, [word]);
  const listed = (await metadataOf(asked)).map(({ name }) => name);
  expect(listed).toEqual(expect.arrayContaining(Object.values(names)));
  const usual = Object.keys(names).map(full);
  expect(usual.filter((name) => listed.includes(name))).toEqual([]);

  const isMeasure = (name: string) => name === full("ConversationCount");
  const toQuery = (fields: string[], measure: boolean, id: string) => ({
    dimensions: [...new Set([id, ...(measure ? [] : fields)])],
    ...(measure && { measures: fields }),
    orderBy: [{ field: fields[0] ?? "", direction: "DESC" as const }, { field: id }],
  });
  const id = names.ConversationId ?? full("ConversationId");
  const told = await asked.rows(toQuery(Object.values(names), isMeasure(usual[0] ?? ""), id));
  const truth = await (await speaking(summary, [])).rows(
    toQuery(usual, isMeasure(usual[0] ?? ""), full("ConversationId")),
  );
  const renamed = (row: Row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [names[key.replace(full(""), "")] ?? key, value]));
  expect(told).toEqual(truth.map(renamed));

  const [first = ""] = Object.values(names);
  const value = told[0]?.[first];
  if (isMeasure(usual[0] ?? "")) return;
  const values = [Array.isArray(value) ? String(value[0]) : String(value)];
  const filters = [{ expressions: [{ op: "EQ" as const, field: first, values }] }];
  expect((await asked.rows({ dimensions: [id], filters })).length).toBeGreaterThan(0);
});

test.each(["names-opaque", "grains-opaque"])("%s: nothing but types tells what fields are", async (word) => {
  const fields = await metadataOf(await speaking(summary, [word]));
  const opaque = fields.filter(({ name }) => /(dim|measure|bucket)_\d+$/.test(name));
  expect(opaque.length).toBeGreaterThan(3);
  expect(opaque.every(({ description }) => description === "")).toBe(true);
  expect(opaque.some(({ type }) => type === "time")).toBe(true);
});

test("the time that classic has for filters only has the new name there, too", async () => {
  const asked = await speaking(classic, ["names-created-timestamp"]);
  const rows = await asked.rows({
    dimensions: ["Conversation.ConversationId"],
    filters: [{ expressions: [{ op: "GT", field: "Conversation.CreatedTimestamp", values: ["2026-11-01"] }] }],
  });
  expect(rows.length).toBeGreaterThan(0);
});

test.each([
  ["keys-unqualified", "Channels", "CreatedAt.day"],
  ["keys-snake", "conversation_summary.channels", "conversation_summary.created_at.day"],
  ["keys-camel", "conversationSummary.channels", "conversationSummary.createdAt.day"],
  ["keys-lower", "conversationsummary.channels", "conversationsummary.createdat.day"],
])("%s: rows have the keys %s and %s", async (word, channels, day) => {
  const query = { dimensions: [full("Channels"), full("CreatedAt.day")] };
  const { told, truth } = await bothRows(summary, [word], { query });
  expect(told).toEqual(truth.map((row) => ({ [channels]: row[full("Channels")], [day]: row[full("CreatedAt.day")] })));
});

test("keys-unqualified leaves names that would be the same", async () => {
  const query = { measures: ["Conversation.Count", "OperatorResult.Count"] };
  const { told, truth } = await bothRows(classic, ["keys-unqualified"], { query });
  expect(told).toEqual(truth);
});

test("key-missing gives no language, and all else", async () => {
  const query = { dimensions: [full("ConversationId"), full("Languages")] };
  const { told, truth } = await bothRows(summary, ["key-missing"], { query });
  expect(told).toEqual(truth.map((row) => ({ [full("ConversationId")]: row[full("ConversationId")] })));
});

test("keys-time-twice gives the plain name beside a grain's", async () => {
  const query = { dimensions: [full("CreatedAt.day")], measures: [full("ConversationCount")] };
  const { told, truth } = await bothRows(summary, ["keys-time-twice"], { query });
  expect(told).toEqual(truth.map((row) => ({ ...row, [full("CreatedAt")]: row[full("CreatedAt.day")] })));
});
