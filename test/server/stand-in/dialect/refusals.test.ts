import { afterAll, beforeAll, expect, test } from "vitest";
import type { InsightsQueryRequest } from "../../../../contract/query.ts";
import type { Account } from "../../../../server/stand-in/account.ts";
import { bothRows, jobsPath, someData, speaking } from "./support.ts";

let data: Account;
beforeAll(async () => {
  data = await someData();
});
afterAll(() => data.close());

type Leaf = { op: "EQ" | "NE" | "GT" | "LT" | "IN"; field: string; values: string[] };

function filtered(...expressions: Leaf[]): InsightsQueryRequest {
  return { query: { dimensions: ["Id"], filters: [{ expressions }] } };
}

function ordered(field: string): InsightsQueryRequest {
  const dimensions = ["Id", "DateCreated", "DateCreated.day", "Channels"];
  return { query: { dimensions, measures: ["Conversation.Count"], orderBy: [{ field }] } };
}

function selecting(dimensions: string[], measures: string[] = []): InsightsQueryRequest {
  return { query: { dimensions, measures } };
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `id ${i}`);
const time = (value: string): InsightsQueryRequest => filtered({ op: "GT", field: "DateCreated", values: [value] });
const plain = selecting(["Id"]);
const grouped = (op: "AND" | "OR" | undefined): InsightsQueryRequest => {
  const expressions = [{ op: "EQ" as const, field: "Channels", values: ["voice"] }];
  return { query: { dimensions: ["Id"], filters: [op ? { op, expressions } : { expressions }] } };
};

const cases: [word: string, refused: InsightsQueryRequest, taken: InsightsQueryRequest][] = [
  ["domain-refused", { domain: "Conversations", ...plain }, plain],
  ["properties-refused", { properties: { timezone: "UTC" }, ...plain }, plain],
  ["group-op-refused", grouped("AND"), grouped(undefined)],
  ["or-refused", grouped("OR"), grouped("AND")],
  [
    "in-refused",
    filtered({ op: "IN", field: "Channels", values: ["voice"] }),
    filtered({ op: "EQ", field: "Channels", values: ["voice"] }),
  ],
  [
    "eq-one-value",
    filtered({ op: "EQ", field: "Channels", values: ["voice", "chat"] }),
    filtered({ op: "EQ", field: "Channels", values: ["voice"] }),
  ],
  [
    "ne-refused",
    filtered({ op: "NE", field: "Channels", values: ["voice"] }),
    filtered({ op: "EQ", field: "Channels", values: ["voice"] }),
  ],
  [
    "ne-one-value",
    filtered({ op: "NE", field: "Channels", values: ["voice", "chat"] }),
    filtered({ op: "NE", field: "Channels", values: ["voice"] }),
  ],
  [
    "values-limit",
    filtered({ op: "IN", field: "Id", values: many(51) }),
    filtered({ op: "IN", field: "Id", values: many(50) }),
  ],
  [
    "array-filter-refused",
    filtered({ op: "EQ", field: "Languages", values: ["en"] }),
    filtered({ op: "EQ", field: "Status", values: ["closed"] }),
  ],
  ["dimension-limit", selecting(["Id", "Channels", "Languages", "Status"]), selecting(["Id", "Channels", "Languages"])],
  [
    "measure-limit",
    selecting(["Channels"], ["Conversation.Count", "Conversation.AverageDuration"]),
    selecting(["Channels"], ["Conversation.Count"]),
  ],
  ["cubes-apart", selecting(["Id", "OperatorResult.Value"]), selecting(["Id", "Channels"])],
  ["sentiment-refused", selecting(["Id", "OperatorResult.Value"]), selecting(["Id", "Languages"])],
  ["language-refused", selecting(["Id", "Languages"]), selecting(["Id", "OperatorResult.Value"])],
  ["order-refused", ordered("Id"), plain],
  ["order-time-only", ordered("Channels"), ordered("DateCreated")],
  ["order-id-refused", ordered("Id"), ordered("Channels")],
  ["order-grain-refused", ordered("DateCreated.day"), ordered("DateCreated")],
  ["order-array-refused", ordered("Channels"), ordered("Id")],
  ["order-measure-refused", ordered("Conversation.Count"), ordered("Id")],
  ["range-refused", time("2026-11-01"), plain],
  ["range-needed", plain, time("2026-11-01")],
  ["range-no-fractions", time("2026-11-01T00:00:00.000Z"), time("2026-11-01T00:00:00Z")],
  ["range-no-z", time("2026-11-01T00:00:00Z"), time("2026-11-01T00:00:00")],
  ["range-no-offset", time("2026-11-01T00:00:00+00:00"), time("2026-11-01T00:00:00")],
  ["range-date-only", time("2026-11-01T00:00:00Z"), time("2026-11-01")],
  ["range-offset-only", time("2026-11-01T00:00:00Z"), time("2026-11-01T00:00:00+00:00")],
];

test.each(cases)("%s refuses what it says and takes the rest as usual", async (word, refused, taken) => {
  const told = await speaking(data, [word]);
  const truth = await speaking(data, []);
  const answer = await told.post(refused);
  expect(answer).toMatchObject({ status: 400, body: { httpStatusCode: 400 } });
  expect((await truth.post(refused)).status).toBe(200);
  expect((await told.post(taken)).body).toMatchObject({ items: (await truth.first(taken, 50)).items });
  const job = await told.send(jobsPath, { method: "POST", body: JSON.stringify(refused) });
  expect(job.status).toBe(400);
});

test("an amount of one's own moves the limit", async () => {
  const told = await speaking(data, ["values-limit=2", "dimension-limit=1"]);
  expect((await told.post(filtered({ op: "IN", field: "Id", values: many(3) }))).status).toBe(400);
  expect((await told.post(filtered({ op: "IN", field: "Id", values: many(2) }))).status).toBe(200);
  expect((await told.post(selecting(["Id", "Name"]))).status).toBe(400);
});

test("array-filter-refused speaks as a database does", async () => {
  const told = await speaking(data, ["array-filter-refused"]);
  const { body } = await told.post(filtered({ op: "IN", field: "Channels", values: ["voice"] }));
  expect(body).toMatchObject({ message: expect.stringContaining("DB::Exception") });
});

test("cubes-apart lists the operators' fields as a cube of their own, which can be asked alone", async () => {
  const told = await speaking(data, ["cubes-apart"]);
  const value = ["OperatorResult.Value"];
  const response = await told.send("/v3/InsightsDomains/Conversations/Metadata");
  expect(await response.json()).toMatchObject({
    cubes: [{ name: "Conversation" }, { name: "OperatorResult", dimensions: [{ name: value[0] }] }],
  });
  expect(await told.rows({ dimensions: value, measures: ["OperatorResult.Count"] })).toHaveLength(5);
});

test("properties-ignored cuts days in UTC, whatever zone is asked", async () => {
  const days = { dimensions: ["DateCreated.day"], measures: ["Conversation.Count"] };
  const { told, truth } = await bothRows(data, ["properties-ignored"], {
    query: days,
    properties: { timezone: "Asia/Tokyo" },
  });
  const inUtc = await (await speaking(data, [])).rows(days);
  expect(told).toEqual(inUtc);
  expect(told).not.toEqual(truth);
});

test("order-unselected-ignored takes an order by what is not selected, and gives the usual one", async () => {
  const told = await speaking(data, ["order-unselected-ignored"]);
  const truth = await speaking(data, []);
  const request = { query: { dimensions: ["Id"], orderBy: [{ field: "Name" }, { field: "Id" }] } };
  expect((await truth.post(request)).status).toBe(400);
  const byId = await truth.rows({ dimensions: ["Id"], orderBy: [{ field: "Id" }] });
  expect(await told.rows(request.query)).toEqual(byId);
});

test("ne-takes-nulls gives what has no value, too", async () => {
  const value = "OperatorResult.Value";
  const { told, truth } = await bothRows(data, ["ne-takes-nulls"], {
    query: {
      dimensions: ["Id", value],
      filters: [{ expressions: [{ op: "NE", field: value, values: ["positive"] }] }],
    },
  });
  expect(truth.some((row) => row[value] === null)).toBe(false);
  expect(told.filter((row) => row[value] !== null)).toEqual(truth);
  const nulls = (await (await speaking(data, [])).rows({ dimensions: ["Id", value] })).filter(
    (row) => row[value] === null,
  );
  expect(told.filter((row) => row[value] === null)).toEqual(nulls);
});
