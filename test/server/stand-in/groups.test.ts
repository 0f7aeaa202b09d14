import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Row } from "../../../contract/page.ts";
import { long } from "../../support/long.ts";
import { type Asked, ask, now, words } from "./support.ts";

const conversations = 900;
let reference: Asked;
let classic: Asked;
let summary: Asked;
let all: Row[];
beforeAll(async () => {
  [reference, classic, summary] = await Promise.all([
    ask({ conversations, now }),
    ask({ conversations, now, catalogue: "classic" }),
    ask({ conversations, now, catalogue: "summary" }),
  ]);
  all = await reference.rows({
    dimensions: [
      "Id",
      "Status",
      "Channels",
      "Languages",
      "OperatorResult.Value",
      "AgentType",
      "AgentName",
      "Duration",
      "WaitTime",
      "MessageCount",
      "ParticipantCount",
      "DateCreated.day",
    ],
  });
});
afterAll(() => Promise.all([reference, classic, summary].map((one) => one.standIn.close())));

function tally<T>(rows: readonly T[], keyOf: (row: T) => unknown): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function counts(groups: Map<string, unknown[]>): Record<string, number> {
  return Object.fromEntries([...groups].map(([key, rows]) => [key, rows.length]));
}

describe("groups", () => {
  it("have the counts, sums, averages and maxima of a plain recount", async () => {
    const fields = [
      "Status",
      "Channels",
      "Languages",
      "OperatorResult.Value",
      "AgentType",
      "AgentName",
      "DateCreated.day",
      "ParticipantCount",
    ];
    const sum = (rows: readonly Row[], field: string) => rows.reduce((total, row) => total + Number(row[field]), 0);
    await fc.assert(
      fc.asyncProperty(fc.subarray(fields), async (dimensions) => {
        const measures = [
          "Conversation.Count",
          "OperatorResult.Count",
          "Conversation.AverageDuration",
          "Conversation.LongestWaitTime",
          "Conversation.MessageTotal",
        ];
        const rows = await reference.rows({ dimensions, measures });
        const expected = tally(all, (row) => dimensions.map((name) => row[name]));
        expect(rows).toHaveLength(expected.size);
        for (const row of rows) {
          const members = expected.get(JSON.stringify(dimensions.map((name) => row[name]))) ?? [];
          expect(measures.map((name) => row[name])).toEqual([
            members.length,
            members.filter((one) => one["OperatorResult.Value"] !== null).length,
            expect.closeTo(sum(members, "Duration") / members.length, 6),
            Math.max(...members.map((one) => Number(one.WaitTime))),
            sum(members, "MessageCount"),
          ]);
        }
      }),
      { numRuns: long(20, 500) },
    );
  }, 60_000);

  it("of one row each, by id, have the same measures as groups", async () => {
    const measures = ["Conversation.Count", "OperatorResult.Count", "Conversation.AverageWaitTime"];
    const rows = await reference.rows({ dimensions: ["Id"], measures });
    expect(rows.map((row) => measures.map((name) => row[name]))).toEqual(
      all.map((row) => [1, row["OperatorResult.Value"] === null ? 0 : 1, row.WaitTime]),
    );
  });

  it("of no rows are none, but a total of nothing is a row", async () => {
    const filters = [{ expressions: [{ op: "EQ" as const, field: "Status", values: ["lost"] }] }];
    expect(await reference.rows({ dimensions: ["Status"], measures: ["Conversation.Count"], filters })).toEqual([]);
    expect(await reference.rows({ measures: ["Conversation.Count"], filters })).toEqual([{ "Conversation.Count": 0 }]);
  });
});

describe("the classic catalogue", () => {
  const count = "Conversation.Count";

  it("counts a conversation once in each group of its channels and languages", async () => {
    const dimensions = ["Conversation.Channel", "Conversation.Language"];
    const rows = await classic.rows({ dimensions, measures: [count] });
    const exploded = all.flatMap((row) => {
      const languages = words(row.Languages);
      return words(row.Channels).flatMap((channel) =>
        (languages.length > 0 ? languages : [null]).map((language) => [channel, language]),
      );
    });
    const found = Object.fromEntries(
      rows.map((row) => [JSON.stringify(dimensions.map((name) => row[name])), row[count]]),
    );
    expect(found).toEqual(counts(tally(exploded, (pair) => pair)));
    expect(exploded.length).toBeGreaterThan(conversations);
  });

  it("needs the operator's name to tell sentiment from other results", async () => {
    const dimensions = ["OperatorResult.Value"];
    const filters = [
      { expressions: [{ op: "EQ" as const, field: "OperatorResult.OperatorName", values: ["Sentiment"] }] },
    ];
    const named = await classic.rows({ dimensions, measures: [count], filters });
    const scored = all.filter((row) => row["OperatorResult.Value"] !== null);
    expect(Object.fromEntries(named.map((row) => [JSON.stringify(row["OperatorResult.Value"]), row[count]]))).toEqual(
      counts(tally(scored, (row) => row["OperatorResult.Value"])),
    );
    expect((await classic.rows({ dimensions, measures: [count] })).length).toBeGreaterThan(conversations / 2);
  });

  it("has participants whose groups overlap and a count that does not", async () => {
    const rows = await classic.rows({ dimensions: ["Conversation.ParticipantType"], measures: [count] });
    const sum = rows.reduce((total, row) => total + Number(row[count]), 0);
    expect(sum).toBe(all.reduce((total, row) => total + Number(row.ParticipantCount), 0));
    expect(await classic.rows({ measures: [count] })).toEqual([{ [count]: conversations }]);
  });

  it("counts each conversation once when a filter alone brings its parts in", async () => {
    const values = ["CUSTOMER", "HUMAN_AGENT", "AI_AGENT"];
    const filters = [{ expressions: [{ op: "IN" as const, field: "Conversation.ParticipantType", values }] }];
    expect(await classic.rows({ measures: [count], filters })).toEqual([{ [count]: conversations }]);
    const closed = await classic.rows({ dimensions: ["Conversation.ConversationStatus"], measures: [count], filters });
    expect(closed.reduce((total, row) => total + Number(row[count]), 0)).toBe(conversations);
  });

  it("leaves conversations without results out of the operators' own cube only", async () => {
    const name = "OperatorResult.OperatorName";
    const own = await classic.rows({ dimensions: [name], measures: ["OperatorResult.Count"] });
    expect(own.map((row) => row[name])).not.toContain(null);
    const both = await classic.rows({ dimensions: ["Conversation.ConversationId", name] });
    expect(new Set(both.map((row) => row["Conversation.ConversationId"])).size).toBe(conversations);
  });
});

describe("the summary catalogue", () => {
  it("says the same in upper case, with regions, and with numbers as words", async () => {
    const rows = await summary.rows({
      dimensions: [
        "ConversationSummary.ConversationId",
        "ConversationSummary.Channels",
        "ConversationSummary.Languages",
        "ConversationSummary.Sentiment",
        "ConversationSummary.WaitSeconds",
      ],
    });
    const upper = (value: unknown) => (value === null ? null : String(value).toUpperCase());
    expect(rows.map((row) => row["ConversationSummary.Channels"])).toEqual(
      all.map((row) => words(row.Channels).map(upper)),
    );
    expect(rows.map((row) => row["ConversationSummary.Sentiment"])).toEqual(
      all.map((row) => upper(row["OperatorResult.Value"])),
    );
    expect(rows.map((row) => row["ConversationSummary.WaitSeconds"])).toEqual(all.map((row) => String(row.WaitTime)));
    expect(
      rows
        .flatMap((row) => words(row["ConversationSummary.Languages"]))
        .every((one) => /^[a-z]{2}-[A-Z]{2}$/.test(one)),
    ).toBe(true);
    expect(
      await summary.rows({ measures: ["ConversationSummary.ConversationCount", "ConversationSummary.LeadScoreAvg"] }),
    ).toEqual([
      {
        "ConversationSummary.ConversationCount": String(conversations),
        "ConversationSummary.LeadScoreAvg": expect.stringMatching(/^\d+(\.\d+)?$/),
      },
    ]);
  });
});
