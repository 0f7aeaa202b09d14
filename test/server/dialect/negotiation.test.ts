import fc from "fast-check";
import { expect, test } from "vitest";
import type { InsightsQueryRequest } from "../../../contract/query.ts";
import { type Knowledge, openKnowledge } from "../../../server/accounts/knowledge.ts";
import { systemClock } from "../../../server/clock.ts";
import { mostCalls } from "../../../server/dialect/diagnose.ts";
import { firstAnswers } from "../../../server/dialect/first-answers.ts";
import type { SentQuery } from "../../../server/dialect/ladder.ts";
import type { Lane } from "../../../server/dialect/lane.ts";
import { createNegotiator } from "../../../server/dialect/negotiate.ts";
import { nothingMissing, onePage } from "../../../server/dialect/one-page.ts";
import { planQuery } from "../../../server/dialect/plan.ts";
import type { Shape } from "../../../server/dialect/shape.ts";
import { spellingNames } from "../../../server/dialect/spellings.ts";
import { leavesIn } from "../../../server/dialect/split-filters.ts";
import { ProblemError } from "../../../server/messages/problem.ts";
import { jumpingClock } from "../../support/jumping-clock.ts";
import { long } from "../../support/long.ts";
import { until } from "../../support/until.ts";
import { type Picky, refusal, refuses, tableQuery } from "./picky-api.ts";

const role = (field: string) => ({ field, label: field, cube: "Conversation", how: "words" as const });
const shape: Shape = {
  roles: {
    id: role("Id"),
    time: { ...role("Created"), shown: "Created", grains: {} },
    channel: role("Channels"),
  },
  times: new Set(["Created"]),
  grains: new Map(),
  several: new Set(["Channels"]),
};

const never = new AbortController().signal;

function known(): Promise<Knowledge> {
  return openKnowledge(undefined, systemClock, () => undefined);
}

/** How a query is asked; undefined where it cannot be. */
function planned(query: InsightsQueryRequest, knowledge: Knowledge): ReturnType<typeof planQuery> | undefined {
  try {
    return planQuery(query, 1000, knowledge, shape);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** Asks the table's query, or another one, until it is taken; the calls of each diagnosis, and the request that was taken. */
async function settle(
  picky: Picky,
  knowledge: Knowledge,
  { status = 400, message }: { status?: number; message?: string } = {},
  query: InsightsQueryRequest = tableQuery,
): Promise<{ costs: number[]; taken: SentQuery | undefined }> {
  const calls = { count: 0 };
  const negotiator = createNegotiator({ knowledge, clock: systemClock, log: () => undefined }, (sent) => {
    calls.count += 1;
    return refuses(picky, sent) ? Promise.reject(refusal(status)) : Promise.resolve();
  });
  const costs: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const plan = planned(query, knowledge);
    const [sent] = plan && "sent" in plan ? plan.sent : [];
    if (!sent || !refuses(picky, sent)) return { costs, taken: sent };
    calls.count = 0;
    const explained = await negotiator.explain(sent, refusal(status, message).problem, never);
    costs.push(calls.count);
    if (explained !== "found") return { costs, taken: undefined };
  }
  return { costs, taken: undefined };
}

const kinds = (knowledge: Knowledge) =>
  knowledge.findings().map(({ kind, field, value, most }) => [kind, field ?? value ?? most]);

test.each<[string, Picky, unknown[]]>([
  ["pages of more than 200 rows", { pageSize: 200 }, [["page-size", 100]]],
  ["pages of more than ten rows", { pageSize: 10 }, [["page-size", 10]]],
  ["a number of rows for a page", { pageSize: 0 }, [["page-size", "none"]]],
  ["any order", { order: "none" }, [["no-order", undefined]]],
  ["an order by the first field", { order: ["Created"] }, [["no-order-by", "Created"]]],
  // Whether it is the field or one field too many is left open: it is joined, and refused again when it is asked for alone.
  ["a dimension", { dimensions: ["Sentiment"] }, [["dimensions", 4]]],
  ["more than three dimensions", { mostDimensions: 3 }, [["dimensions", 3]]],
  ["milliseconds", { spelling: "seconds" }, [["time-spelling", "seconds"]]],
  ["the letter Z", { spelling: "no-zone" }, [["time-spelling", "no-zone"]]],
  ["a filter on a list", { filters: ["Channels"] }, [["no-filter", "Channels"]]],
  ["any filter by the time", { filters: ["Created"] }, [["no-filter", "Created"]]],
  ["the domain", { domain: true }, [["no-domain", undefined]]],
  ["the time zone", { properties: true }, [["no-properties", undefined]]],
  ["the operator of a group", { groupOp: true }, [["no-group-op", undefined]]],
  ["lists of values", { in: true }, [["no-in", undefined]]],
  ["what leaves values out", { ne: true }, [["no-ne", undefined]]],
])("an account that refuses %s is asked without it", async (_, picky, expected) => {
  const knowledge = await known();
  const { costs, taken } = await settle(picky, knowledge);
  expect(taken).toBeDefined();
  expect(kinds(knowledge)).toEqual(expected);
  expect(Math.max(...costs)).toBeLessThanOrEqual(mostCalls);
});

test("lists that groups cannot be ordered by do not make an account one that takes no order", async () => {
  const cube: InsightsQueryRequest = {
    query: {
      measures: ["Count"],
      dimensions: ["Channels", "Languages", "Status"],
      orderBy: ["Channels", "Languages", "Status"].map((field) => ({ field, direction: "ASC" })),
    },
  };
  const kindsOf = async (order: NonNullable<Picky["order"]>) => {
    const knowledge = await known();
    const { taken } = await settle({ order }, knowledge, {}, cube);
    expect(taken).toBeDefined();
    return kinds(knowledge);
  };
  const refused = (...fields: string[]) => fields.map((field) => ["no-order-by", field]);
  expect(await kindsOf(["Channels", "Languages"])).toEqual(refused("Channels", "Languages"));
  expect(await kindsOf(["Channels", "Languages", "Status"])).toEqual(refused("Channels", "Languages", "Status"));
  expect(await kindsOf("none")).toEqual([["no-order", undefined]]);
});

test.each([
  ["Unknown dimension 'Sentiment'", { dimensions: ["Sentiment"] }, [["no-field", "Sentiment"]]],
  ["pageSize must be at most 200", { pageSize: 200 }, [["page-size", 200]]],
  ["ORDER BY is not supported", { order: "none" as const }, [["no-order", undefined]]],
  ["properties.timezone is not known", { properties: true }, [["no-properties", undefined]]],
])("what a refusal names is looked at first: %s", async (message, picky, expected) => {
  const knowledge = await known();
  const { taken } = await settle(picky, knowledge, { message });
  expect(taken).toBeDefined();
  expect(kinds(knowledge)).toEqual(expected);
});

/** An account whose filters by channel are refused with some values; the calls that were made. */
function withOddValues(knowledge: Knowledge, odd: readonly string[]) {
  const calls: SentQuery[] = [];
  const first: Lane["first"] = (sent) => {
    calls.push(sent);
    return odd.some((oddValue) => refuses({ oddValue }, sent))
      ? Promise.reject(refusal(500))
      : Promise.resolve(onePage([], { text: "" }, nothingMissing));
  };
  const lane: Lane = {
    isPerson: true,
    first,
    next: () => Promise.reject(new Error("There is one page.")),
    until: () => lane,
  };
  const negotiator = createNegotiator({ knowledge, clock: systemClock, log: () => undefined }, lane.first);
  const ask = firstAnswers({
    knowledge,
    negotiator,
    listTexts: () => Promise.resolve(new Map()),
    shape: () => Promise.resolve(shape),
  });
  const by = (...values: string[]): InsightsQueryRequest => ({
    query: { dimensions: ["Id"], filters: [{ op: "AND", expressions: [{ op: "IN", field: "Channels", values }] }] },
  });
  return { calls, ask: (...values: string[]) => ask(by(...values), 100, lane, never) };
}

test("a filter that is refused with one value is tried with the next one, and only the first is filtered here", async () => {
  const knowledge = await known();
  const { calls, ask } = withOddValues(knowledge, ["voice"]);
  expect(await ask("voice")).toMatchObject({ plan: { left: [{ expressions: [{ values: ["voice"] }] }] } });
  calls.length = 0;
  expect(await ask("sms")).toMatchObject({ plan: { left: [] } });
  // The try, and the query itself.
  expect(calls).toHaveLength(2);
  expect(await ask("voice", "sms")).toMatchObject({
    plan: { left: [{ expressions: [{ values: ["voice", "sms"] }] }] },
  });
  expect(calls).toHaveLength(3);
  expect(knowledge.findings()).toMatchObject([{ kind: "no-value", field: "Channels" }]);
  expect(JSON.stringify(knowledge.findings())).not.toMatch(/voice|sms/);
});

test("a filter that is refused with the next value as well is tried no more", async () => {
  const knowledge = await known();
  const { calls, ask } = withOddValues(knowledge, ["voice", "sms", "chat"]);
  await ask("voice");
  calls.length = 0;
  expect(await ask("sms")).toMatchObject({ plan: { left: [{ expressions: [{ values: ["sms"] }] }] } });
  expect(await ask("chat")).toMatchObject({ plan: { left: [{ expressions: [{ values: ["chat"] }] }] } });
  expect(calls).toHaveLength(3);
});

test("of several values the refused ones are told from a list that is refused as such", async () => {
  const knowledge = await known();
  const { ask } = withOddValues(knowledge, ["sms"]);
  expect(await ask("voice", "sms")).toMatchObject({
    plan: { left: [{ expressions: [{ values: ["voice", "sms"] }] }] },
  });
  expect(knowledge.findings()).toMatchObject([{ kind: "no-value", field: "Channels" }]);
  expect(await ask("voice", "chat")).toMatchObject({ plan: { left: [] } });
});

test("a field that is refused beside the count is asked for where it stands alone", async () => {
  const knowledge = await known();
  const picky: Picky = { apart: { field: "Sentiment", from: ["Count"] } };
  const counts = { query: { measures: ["Count"], dimensions: ["Sentiment"] } };
  const { taken } = await settle(picky, knowledge, {}, counts);
  expect(taken).toBeUndefined();
  expect(kinds(knowledge)).toEqual([["no-beside", "Sentiment"]]);
  expect(knowledge.refusedFields()).toEqual([]);
  expect(() => planQuery(counts, 100, knowledge, shape)).toThrow(/lists the field “Sentiment”.*beside “Count”/);
  expect(planQuery(tableQuery, 100, knowledge, shape)).toMatchObject({ isPlain: true });
  // Beside the id it is refused as well: then it is asked for beside nothing.
  await settle(
    { apart: { field: "Sentiment", from: ["Count", "Id"] } },
    knowledge,
    {},
    {
      query: { dimensions: ["Id", "Sentiment"] },
    },
  );
  expect(knowledge.find("no-beside", "Sentiment")).not.toHaveProperty("value");
  expect(planQuery({ query: { dimensions: ["Sentiment"] } }, 100, knowledge, shape)).toMatchObject({ isPlain: true });
});

const pickies: fc.Arbitrary<Picky> = fc.record(
  {
    dimensions: fc
      .subarray(["Sentiment", "Languages", "Status"], { maxLength: 2 })
      .filter((list) => !list.includes("Status")),
    mostDimensions: fc.integer({ min: 3, max: 7 }),
    order: fc.oneof(fc.constant("none" as const), fc.subarray(["Id", "Created", "Channels"])),
    spelling: fc.constantFrom(...spellingNames),
    filters: fc.subarray(["Created", "Channels"]),
    pageSize: fc.oneof(fc.constant(0), fc.integer({ min: 10, max: 999 })),
    domain: fc.boolean(),
    properties: fc.boolean(),
    groupOp: fc.boolean(),
    in: fc.boolean(),
    ne: fc.boolean(),
  },
  { requiredKeys: [] },
);

test("whatever an account refuses at once, its table is found, and no search costs more than six calls", async () => {
  await fc.assert(
    fc.asyncProperty(pickies, fc.constantFrom(400, 404, 422, 500), async (picky, status) => {
      const knowledge = await known();
      const { costs, taken } = await settle(picky, knowledge, { status });
      expect(taken, JSON.stringify(kinds(knowledge))).toBeDefined();
      expect(Math.max(0, ...costs)).toBeLessThanOrEqual(mostCalls);
    }),
    { numRuns: long(200, 5000) },
  );
});

test("an account that refuses even the plainest query is asked no more", async () => {
  const knowledge = await known();
  let calls = 0;
  const negotiator = createNegotiator({ knowledge, clock: systemClock, log: () => undefined }, () => {
    calls += 1;
    return Promise.reject(refusal(500));
  });
  const sent = { request: tableQuery, pageSize: 100 };
  expect(await negotiator.explain(sent, refusal(500).problem, never)).toBe("nothing");
  expect(await negotiator.explain(sent, refusal(500).problem, never)).toBe("nothing");
  // The second is the plainest one with the range.
  expect(calls).toBe(2);
  expect(knowledge.findings()).toEqual([]);
});

const byId: InsightsQueryRequest = {
  query: { dimensions: ["Id"], filters: [{ expressions: [{ op: "IN", field: "Id", values: ["a"] }] }] },
};

test("where a range is needed, a search asks within it, and every query gets one", async () => {
  const knowledge = await known();
  const { costs, taken } = await settle({ range: "Created", order: ["Id"] }, knowledge);
  expect(taken).toBeDefined();
  expect(kinds(knowledge)).toEqual([
    ["needs-range", "Created"],
    ["no-order-by", "Id"],
  ]);
  expect(Math.max(...costs)).toBeLessThanOrEqual(mostCalls);
  const asked = planned(byId, knowledge);
  expect(asked && "sent" in asked && asked.sent.every((sent) => !refuses({ range: "Created" }, sent))).toBe(true);
});

test("a request without a range is refused for that, where it is taken with one", async () => {
  const knowledge = await known();
  const picky = { range: "Created" };
  const options = { knowledge, clock: systemClock, log: () => undefined, timeField: () => "Created" };
  const negotiator = createNegotiator(options, (sent) =>
    refuses(picky, sent) ? Promise.reject(refusal()) : Promise.resolve(),
  );
  const sent = { request: byId, pageSize: undefined };
  expect(await negotiator.explain(sent, refusal().problem, never)).toBe("found");
  expect(kinds(knowledge)).toEqual([["needs-range", "Created"]]);
});

test("a time that cannot be selected is still filtered by", async () => {
  const knowledge = await known();
  knowledge.learn({ kind: "no-field", field: "Created", how: "refused" });
  const asked = planned(tableQuery, knowledge);
  const [sent] = asked && "sent" in asked ? asked.sent : [];
  expect(sent?.request.query.dimensions).not.toContain("Created");
  expect(leavesIn(sent?.request.query.filters ?? []).filter(({ field }) => field === "Created")).toHaveLength(2);
  knowledge.learn({ kind: "no-filter", field: "Created", how: "refused" });
  expect(planned(tableQuery, knowledge)).toBeUndefined();
});

test("an outage or refused credentials end a search and teach nothing", async () => {
  for (const status of [401, 403, 502, 503, 504]) {
    const knowledge = await known();
    let calls = 0;
    const negotiator = createNegotiator({ knowledge, clock: systemClock, log: () => undefined }, () => {
      calls += 1;
      return calls === 1 ? Promise.resolve() : Promise.reject(refusal(status));
    });
    const sent = { request: tableQuery, pageSize: 100 };
    await expect(negotiator.explain(sent, refusal().problem, never)).rejects.toMatchObject({
      problem: { httpStatusCode: status },
    });
    expect(knowledge.findings()).toEqual([]);
  }
});

test("a limit is told to those who wait, waited out, and not read as a refusal", async () => {
  const knowledge = await known();
  const clock = jumpingClock();
  let calls = 0;
  const negotiator = createNegotiator({ knowledge, clock, log: () => undefined }, (sent) => {
    calls += 1;
    if (calls === 2) {
      const problem = {
        code: 20429,
        message: "Too many",
        httpStatusCode: 429,
        source: "twilio" as const,
        retryAfter: 45,
      };
      return Promise.reject(Object.assign(refusal(429), { problem }));
    }
    return refuses({ order: "none" }, sent) ? Promise.reject(refusal()) : Promise.resolve();
  });
  const sent = { request: tableQuery, pageSize: 100 };
  await expect(negotiator.explain(sent, refusal().problem, never)).rejects.toMatchObject({
    problem: { httpStatusCode: 429, retryAfter: 45 },
  });
  await until(() => expect(kinds(knowledge)).toEqual([["no-order", undefined]]));
});

test("who waited for a search that found nothing of the same request is told so, and of another one is not", async () => {
  const knowledge = await known();
  const negotiator = createNegotiator({ knowledge, clock: systemClock, log: () => undefined }, async () => {
    await Promise.resolve();
    throw refusal();
  });
  const other: SentQuery = { request: { query: { measures: ["Count"] } }, pageSize: undefined };
  const sent = { request: tableQuery, pageSize: 100 };
  const ask = (one: SentQuery) => negotiator.explain(one, refusal().problem, new AbortController().signal);
  expect(await Promise.all([ask(sent), ask(sent), ask(other)])).toEqual(["nothing", "nothing", "waited"]);
  expect([negotiator.gaveUp(sent), negotiator.gaveUp(other)]).toEqual([true, false]);
});

test("however many are refused at once, one search is made", async () => {
  const knowledge = await known();
  let plain = 0;
  const negotiator = createNegotiator({ knowledge, clock: systemClock, log: () => undefined }, async (sent) => {
    await Promise.resolve();
    if (sent.request.query.filters === undefined && sent.request.query.dimensions?.length === 1) plain += 1;
    if (refuses({ order: "none" }, sent)) throw refusal();
  });
  const sent = { request: tableQuery, pageSize: 100 };
  const ask = () => negotiator.explain(sent, refusal().problem, new AbortController().signal);
  const all = await Promise.all(Array.from({ length: 20 }, ask));
  expect(all.toSorted()).toEqual(["found", ...Array.from({ length: 19 }, () => "waited")]);
  expect(plain).toBe(1);
});
