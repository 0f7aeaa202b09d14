import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Row } from "../../../../contract/page.ts";
import { wallClock } from "../../../../server/dialect/time/wall-clock.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import { serve } from "../../../../server/stand-in/start.ts";
import { now, words } from "../support.ts";
import { bothRows, someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData();
});
afterAll(() => data.close());

const zone = "America/New_York";
const plainTime = { query: { dimensions: ["Id", "DateCreated"] }, properties: { timezone: zone } };
const days = {
  query: { dimensions: ["DateCreated.day"], measures: ["Conversation.Count"] },
  properties: { timezone: zone },
};

function instants(rows: readonly Row[], field: string, read: (cell: unknown) => number): number[] {
  return rows.map((row) => read(row[field]));
}

const millis = (cell: unknown): number => Date.parse(String(cell));
const seconds = (cell: unknown): number => Math.floor(millis(cell) / 1000) * 1000;

/** What clocks in New York show, as the runtime knows it. */
function clocks(cell: unknown): string {
  const written = new Date(millis(cell)).toLocaleString("sv-SE", { timeZone: zone });
  return written.replace(" ", "T");
}

/** Reads what clocks of a zone show, whatever offset is behind it. */
function ownClock(where: string): (cell: unknown) => number {
  const clock = wallClock(where);
  return (cell) => clock?.instantOf(Date.parse(`${String(cell).replace(/Z$/, "")}Z`)) ?? 0;
}

test.each<[word: string, read: (cell: unknown) => number, truth: (cell: unknown) => number]>([
  ["times-epoch-s", (cell) => Number(cell) * 1000, seconds],
  ["times-epoch-ms", Number, millis],
  ["times-american", (cell) => Date.parse(`${cell} UTC`), seconds],
  ["times-no-offset-utc", (cell) => Date.parse(`${cell}Z`), millis],
  ["times-own-zone", ownClock("Europe/Berlin"), millis],
  ["times-own-zone-west", ownClock(zone), millis],
  ["times-own-false-z", ownClock(zone), millis],
  ["times-other-offset", millis, millis],
  ["times-whole-seconds", millis, seconds],
  ["times-space", millis, millis],
])("%s: the same instants in another spelling", async (word, read, truly) => {
  const { told, truth } = await bothRows(data, [word], plainTime);
  expect(told[0]?.DateCreated).not.toEqual(truth[0]?.DateCreated);
  expect(instants(told, "DateCreated", read)).toEqual(instants(truth, "DateCreated", truly));
});

test.each([
  ["times-no-offset-zone", /^\d{4}-\d\d-\d\dT[\d:.]{12}$/],
  ["times-false-z", /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/],
])("%s: what clocks in the zone of the query show", async (word, form) => {
  const { told, truth } = await bothRows(data, [word], plainTime);
  expect(told.every((row) => form.test(String(row.DateCreated)))).toBe(true);
  expect(told.map((row) => String(row.DateCreated).slice(0, 19))).toEqual(truth.map((row) => clocks(row.DateCreated)));
});

test.each([
  ["times-no-offset-utc", "2026-11-01T00:00:00.000"],
  ["times-no-offset-zone", "2026-11-01T00:00:00.000"],
  ["times-false-z", "2026-11-01T00:00:00.000Z"],
  ["times-other-offset", "2026-11-01T13:00:00.000+09:00"],
  ["times-american", "11/01/2026 00:00:00"],
  ["times-dates", "2026-11-01"],
  ["times-own-zone", "2026-11-01T00:00:00.000"],
  ["grains-end", "2026-11-02T05:00:00.000000Z"],
])("%s: the day on which clocks in New York change is %s", async (word, day) => {
  const { told, truth } = await bothRows(data, [word], days);
  const place = truth.findIndex((row) => row["DateCreated.day"] === "2026-11-01T04:00:00.000000Z");
  expect(told[place]).toEqual({ ...truth[place], "DateCreated.day": day });
});

test("times-other-offset names the offset of Tokyo", async () => {
  const { told } = await bothRows(data, ["times-other-offset"], plainTime);
  expect(told.every((row) => String(row.DateCreated).endsWith("+09:00"))).toBe(true);
});

test.each<[word: string, write: (members: string[]) => unknown]>([
  ["arrays-json", (members) => JSON.stringify(members)],
  ["arrays-json-cells", (members) => JSON.stringify(members)],
  ["arrays-clickhouse", (members) => `[${members.map((one) => `'${one}'`).join(",")}]`],
  ["arrays-clickhouse-cells", (members) => `[${members.map((one) => `'${one}'`).join(",")}]`],
  ["arrays-comma", (members) => members.join(", ")],
  ["arrays-comma-cells", (members) => members.join(", ")],
  ["arrays-slash", (members) => members.join("/")],
  ["arrays-slash-cells", (members) => members.join("/")],
  ["arrays-blank", (members) => members.join(" ")],
  ["arrays-blank-cells", (members) => members.join(" ")],
  ["arrays-and", (members) => members.join(" and ")],
  ["arrays-and-cells", (members) => members.join(" and ")],
  ["arrays-objects", (members) => members.map((name) => ({ name }))],
  ["arrays-places", (members) => ({ ...members })],
])("%s: lists in another spelling, and filters by it or by a member", async (word, write) => {
  const query = { dimensions: ["Id", "Channels", "Languages"] };
  const { told, truth } = await bothRows(data, [word], { query });
  const respelled = (row: Row) => ({
    ...row,
    Channels: write(words(row.Channels)),
    Languages: write(words(row.Languages)),
  });
  expect(told).toEqual(truth.map(respelled));

  const asked = await speaking(data, [word]);
  const by = (value: string) =>
    asked.rows({
      ...query,
      filters: [{ expressions: [{ op: "EQ", field: "Channels", values: [value] }] }],
    });
  const wholly = /^arrays-(json|clickhouse|comma|slash|blank|and)$/.test(word);
  const pair = truth.find((row) => words(row.Channels).length === 2);
  const members = words(pair?.Channels);
  const value = wholly ? String(write(members)) : String(members[0]);
  const expected = truth.filter((row) =>
    wholly ? words(row.Channels).join() === members.join() : words(row.Channels).includes(value),
  );
  expect(await by(value)).toEqual(expected.map(respelled));
});

test.each([
  ["arrays-exploded", false],
  ["arrays-exploded-empty-lost", true],
] as const)("%s: a row for each member", async (word, lost) => {
  const query = { dimensions: ["Id", "Channels", "Languages"] };
  const { told, truth } = await bothRows(data, [word], { query });
  const nothing = lost ? [] : [null];
  const apart = truth.flatMap((row) =>
    words(row.Channels).flatMap((channel) =>
      [...words(row.Languages), ...(words(row.Languages).length === 0 ? nothing : [])].map((language) =>
        JSON.stringify([row.Id, channel, language]),
      ),
    ),
  );
  expect(truth.some((row) => words(row.Languages).length === 0)).toBe(true);
  expect(told.map((row) => JSON.stringify([row.Id, row.Channels, row.Languages])).sort()).toEqual(apart.sort());
  const grouped = await bothRows(data, [word], {
    query: { dimensions: ["Channels"], measures: ["Conversation.Count"] },
  });
  for (const row of grouped.told) {
    const having = truth.filter((one) => words(one.Channels).includes(String(row.Channels)));
    expect(row["Conversation.Count"]).toBe(having.length);
  }
});

test("arrays-exploded leaves the count of sentiments what it is", async () => {
  const query = { dimensions: ["Status"], measures: ["OperatorResult.Count", "Conversation.Count"] };
  const { told, truth } = await bothRows(data, ["arrays-exploded"], { query });
  expect(told).toEqual(truth);
  const byChannel = await bothRows(data, ["arrays-exploded"], {
    query: { dimensions: ["Channels"], measures: ["OperatorResult.Count"] },
  });
  expect(byChannel.told.every((row) => Number(row["OperatorResult.Count"]) > 4)).toBe(true);
});

test("the summary's own spelling of members stays when lists are taken apart", async () => {
  const summary = await someData({ catalogue: "summary", conversations: 50 });
  const query = { dimensions: ["ConversationSummary.Languages"], measures: ["ConversationSummary.ConversationCount"] };
  const { told } = await bothRows(summary, ["arrays-exploded"], { query });
  expect(told.map((row) => row["ConversationSummary.Languages"])).toContain("en-US");
  summary.close();
});

test.each([
  ["nulls-lost", "OperatorResult.Value"],
  ["empty-lost", "Languages"],
])("%s: rows without a value in %s don't come where it is selected", async (word, field) => {
  const query = { dimensions: ["Id", field] };
  const { told, truth } = await bothRows(data, [word], { query });
  const having = truth.filter((row) => words(row[field]).length > 0);
  expect(told).toEqual(having);
  expect(having.length).toBeLessThan(truth.length);
  const all = await (await speaking(data, [word])).rows({ dimensions: ["Id"] });
  expect(all).toHaveLength(truth.length);
});

test("numbers-text writes every number as text", async () => {
  const query = { dimensions: ["Id", "Duration"], measures: ["Conversation.AverageDuration"] };
  const { told, truth } = await bothRows(data, ["numbers-text"], { query });
  const asText = (row: Row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]));
  expect(told).toEqual(truth.map(asText));
});

test("numbers-nan writes NaN for what is not there", async () => {
  const query = { dimensions: ["Id", "OperatorResult.Value"] };
  const truth = await (await speaking(data, [])).first({ query }, 1000);
  const response = await (await speaking(data, ["numbers-nan"])).send(
    "/v3/InsightsDomains/Conversations/Query?pageSize=1000",
    { method: "POST", body: JSON.stringify({ query }) },
  );
  const text = await response.text();
  expect(text).toContain('"OperatorResult.Value":NaN');
  expect(JSON.parse(text.replaceAll(":NaN", ":null"))).toMatchObject({ items: truth.items });
});

test("numbers-exponent writes numbers with an exponent, outside quotes", async () => {
  const asked = await speaking(data, ["numbers-exponent"]);
  const query = { dimensions: ["Id", "Duration"], measures: ["Conversation.Count"] };
  const response = await asked.send("/v3/InsightsDomains/Conversations/Query?pageSize=5", {
    method: "POST",
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  expect(text.match(/"Duration":\d(\.\d+)?e\+\d,/g)).toHaveLength(5);
  expect(JSON.parse(text)).toMatchObject({ items: (await (await speaking(data, [])).first({ query }, 5)).items });
});

test("counts-approximate is off by 0.2 % where there are many, and right where there are few", async () => {
  const total = await bothRows(data, ["counts-approximate"], { query: { measures: ["Conversation.Count"] } });
  expect(total.truth[0]).toEqual({ "Conversation.Count": 400 });
  expect(total.told[0]).toEqual({ "Conversation.Count": 401 });
  const query = { dimensions: ["Status"], measures: ["Conversation.Count", "Conversation.AverageDuration"] };
  const few = await bothRows(data, ["counts-approximate"], {
    query: { ...query, filters: [{ expressions: [{ op: "NE", field: "Status", values: ["closed"] }] }] },
  });
  expect(few.told).toEqual(few.truth);
});

test("ids-big-numbers: ids are numbers of which two would be one as doubles, and filters take their digits", async () => {
  const standIn = await serve(data, { conversations: 0, now, dialect: ["ids-big-numbers"] });
  onTestFinished(() => standIn.close());
  const text = async (query: object) => {
    const authorization = `Basic ${Buffer.from(`${standIn.apiKey}:${standIn.apiSecret}`).toString("base64")}`;
    const init = { method: "POST", headers: { authorization, "content-type": "application/json" } };
    const path = `${standIn.url}/v3/InsightsDomains/Conversations/Query?pageSize=1000`;
    return await (await fetch(path, { ...init, body: JSON.stringify({ query }) })).text();
  };
  const ids = [...(await text({ dimensions: ["Id"] })).matchAll(/"Id":(\d+)/g)].map(([, digits = ""]) => digits);
  expect(new Set(ids).size).toBe(400);
  expect(new Set(ids.map(Number)).size).toBeLessThan(400);
  const filters = [{ expressions: [{ op: "EQ", field: "Id", values: [ids[0]] }] }];
  expect(await text({ dimensions: ["Id"], filters })).toContain(`[{"Id":${ids[0]}}]`);
});
