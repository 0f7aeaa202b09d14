import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asked, ask, now, queryPath } from "./support.ts";

let asked: Asked;
let classic: Asked;
beforeAll(async () => {
  asked = await ask({ conversations: 20, now });
  classic = await ask({ conversations: 20, now, catalogue: "classic" });
});
afterAll(() => Promise.all([asked.standIn.close(), classic.standIn.close()]));

const dimensions = ["Id"];
const leaf = (op: string, field: string, values?: string[]) => ({
  query: { dimensions, filters: [{ expressions: [{ op, field, ...(values && { values }) }] }] },
});

const cases: [what: string, body: unknown, named: string][] = [
  ["an empty query", { query: {} }, "measure"],
  ["empty lists", { query: { measures: [], dimensions: [] } }, "measure"],
  ["no query", {}, "query"],
  ["a body that is no object", [], "object"],
  ["null", null, "object"],
  ["an unknown dimension", { query: { dimensions: ["Id", "Colour"] } }, "Colour"],
  ["an unknown measure", { query: { measures: ["Conversation.Sum"] } }, "Conversation.Sum"],
  ["a measure as a dimension", { query: { dimensions: ["Conversation.Count"] } }, "Conversation.Count"],
  ["a dimension as a measure", { query: { measures: ["Id"] } }, "'Id'"],
  ["a name of an object's prototype", { query: { dimensions: ["constructor"] } }, "constructor"],
  ["SQL as a name", { query: { dimensions: ['Id" FROM conversation --'] } }, "FROM"],
  ["an unknown grain", { query: { dimensions: ["DateCreated.decade"] } }, "DateCreated.decade"],
  ["an unknown filter field", leaf("EQ", "Colour", ["red"]), "Colour"],
  ["a filter on a measure", leaf("GT", "Conversation.Count", ["1"]), "Conversation.Count"],
  ["an unknown operator", leaf("GTE", "Id", ["x"]), "expressions[0].op"],
  ["AND as a leaf", leaf("AND", "Id", ["x"]), "expressions[0].op"],
  ["a leaf without values", leaf("EQ", "Id"), "values"],
  ["a leaf with an empty list", leaf("IN", "Id", []), "values"],
  ["two values for GT", leaf("GT", "DateCreated", ["2026-10-01", "2026-10-02"]), "DateCreated"],
  ["two values for LT on words", leaf("LT", "Status", ["a", "b"]), "Status"],
  ["GT on an array", leaf("GT", "Channels", ["chat"]), "Channels"],
  ["a bad date", leaf("GT", "DateCreated", ["2026-02-30"]), "2026-02-30"],
  ["a date in words", leaf("LT", "DateCreated", ["yesterday"]), "yesterday"],
  ["a bad time", leaf("EQ", "DateCreated", ["2026-10-01T25:00:00Z"]), "2026-10-01T25:00:00Z"],
  ["a bad number", leaf("GT", "Duration", ["long"]), "long"],
  ["an empty number", leaf("EQ", "Duration", [""]), "Duration"],
  ["values that are no strings", leaf("EQ", "Duration", [5 as unknown as string]), "values[0]"],
  ["a comparison as a group", { query: { dimensions, filters: [{ op: "EQ", expressions: [] }] } }, "filters[0].op"],
  ["an empty group", { query: { dimensions, filters: [{ expressions: [] }] } }, "expressions"],
  [
    "a group in a group",
    { query: { dimensions, filters: [{ expressions: [{ op: "AND", expressions: [] }] }] } },
    "filters[0].expressions[0]",
  ],
  ["an order that is not selected", { query: { dimensions, orderBy: [{ field: "Name" }] } }, "Name"],
  ["an unknown direction", { query: { dimensions, orderBy: [{ field: "Id", direction: "UP" }] } }, "direction"],
  ["an unknown zone", { properties: { timezone: "Mars/Olympus" }, query: { dimensions } }, "Mars/Olympus"],
  ["an offset as a zone", { properties: { timezone: "+02:00" }, query: { dimensions } }, "+02:00"],
];

describe("what is wrong is named in a 400", () => {
  it.each(cases)("%s", async (_what, body, named) => {
    const answer = await asked.post(body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 20001, httpStatusCode: 400, userError: true, message: expect.stringContaining(named) },
    });
  });

  it("malformed JSON", async () => {
    const response = await asked.send(queryPath, { method: "POST", body: '{"query":' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: expect.stringContaining("JSON") });
  });

  it.each(["0", "-1", "1001", "ten", "", "1.5", "1e2", "5&pageSize=6"])("pageSize=%s", async (size) => {
    const answer = await asked.post({ query: { dimensions } }, `?pageSize=${size}`);
    expect(answer).toMatchObject({ status: 400, body: { params: { pageSize: expect.any(String) } } });
  });

  it.each(["", "?pageToken=", "?pageToken=abc", "?pageToken=eyJwYWdlIjoyfQ==", "?pageToken=a&pageToken=b"])(
    "GET %s",
    async (search) => {
      const response = await asked.send(queryPath + search);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ message: expect.stringContaining("pageToken") });
    },
  );

  it("a field that can be filtered by but not selected", async () => {
    const field = "Conversation.CreatedDate";
    expect(await classic.post({ query: { dimensions: [field] } })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(field) },
    });
    const filters = [{ expressions: [{ op: "GT", field, values: ["2026-04-02"] }] }];
    expect(await classic.post({ query: { measures: ["Conversation.Count"], filters } })).toMatchObject({ status: 200 });
  });
});
