import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FieldRoles, findFields } from "../../contract/fields.ts";
import type { Metadata } from "../../contract/metadata.ts";
import { type RoleName, roleNames } from "../../contract/roles.ts";
import { classic, cube, layered, metadata, reference, snakeCase, without } from "./samples.ts";

/** The field of each role, by role; a role that is missing is not in it. */
function namesOf({ roles }: FieldRoles): Partial<Record<RoleName, string>> {
  return Object.fromEntries(Object.entries(roles).map(([role, { field }]) => [role, field]));
}

const expected = {
  reference: {
    id: "Id",
    time: "DateCreated",
    channel: "Channels",
    language: "Languages",
    sentiment: "OperatorResult.Value",
    status: "Status",
    agent: "AgentName",
    customer: "CustomerName",
    duration: "Duration",
    count: "Conversation.Count",
  },
  classic: {
    id: "Conversation.ConversationId",
    time: "Conversation.CreatedDate",
    name: "Conversation.ConversationName",
    channel: "Conversation.Channel",
    language: "Conversation.Language",
    sentiment: "OperatorResult.Value",
    status: "Conversation.ConversationStatus",
    agent: "Conversation.HandledBy",
    customer: "Conversation.CallerId",
    duration: "Conversation.DurationMs",
    count: "Conversation.Count",
  },
  layered: {
    id: "ConversationSummary.ConversationId",
    time: "ConversationSummary.CreatedAt",
    channel: "ConversationSummary.Channels",
    language: "ConversationSummary.Languages",
    sentiment: "ConversationSummary.Sentiment",
    status: "ConversationSummary.Status",
    agent: "ConversationSummary.AssignedAgent",
    customer: "ConversationSummary.CustomerAddress",
    duration: "ConversationSummary.HandleTimeSeconds",
    count: "ConversationSummary.ConversationCount",
  },
  snakeCase: {
    id: "conversation_summary.conversation_id",
    time: "conversation_summary.created_at",
    channel: "conversation_summary.channels",
    language: "conversation_summary.languages",
    sentiment: "conversation_summary.overall_sentiment",
    status: "conversation_summary.conversation_status",
    agent: "conversation_summary.agent_id",
    customer: "conversation_summary.customer_phone",
    duration: "conversation_summary.conversation_duration_ms",
    count: "conversation_summary.conversation_count",
  },
} as const satisfies Record<string, Partial<Record<RoleName, string>>>;

/** The roles that an account under these names has no field for. */
function lackedBy(name: keyof typeof expected): RoleName[] {
  return roleNames.filter((role) => !(role in expected[name]));
}

const samples = { reference, classic, layered, snakeCase };
const sampleNames = ["reference", "classic", "layered", "snakeCase"] as const;

describe("the roles of an account", () => {
  test.each(sampleNames)("are all found under the %s names", (name) => {
    const found = findFields(samples[name]);
    expect(namesOf(found)).toEqual(expected[name]);
    expect(found.missing).toEqual(lackedBy(name));
    expect(found.badOverrides).toEqual([]);
  });

  test.each(
    sampleNames.flatMap((name) => Object.entries(expected[name]).map(([role, field]) => [name, role, field] as const)),
  )("under the %s names lack %s, and nothing else, when its field is not there", (name, role, field) => {
    const grains = ["hour", "day"].map((grain) => `${field}.${grain}`);
    const found = findFields(without(samples[name], field, ...grains));
    const others = Object.entries(expected[name]).filter(([one]) => one !== role);
    expect(namesOf(found)).toEqual(Object.fromEntries(others));
    expect(new Set(found.missing)).toEqual(new Set([role, ...lackedBy(name)]));
  });

  test("are all missing where there is nothing to find", () => {
    expect(findFields(metadata())).toEqual({
      cube: undefined,
      roles: {},
      missing: [...roleNames],
      badOverrides: [],
      grains: new Map(),
    });
    expect(findFields(metadata(cube("Empty", [], []))).missing).toEqual([...roleNames]);
  });

  test("come from the cube with one row per conversation, not from a lower layer that has them too", () => {
    const found = findFields(layered);
    expect(found.cube).toBe("ConversationSummary");
    expect(new Set(Object.values(found.roles).map((role) => role.cube))).toEqual(new Set(["ConversationSummary"]));
  });

  test("come from that cube also where the lower layer knows more of them", () => {
    const poor = without(
      layered,
      "ConversationSummary.Languages",
      "ConversationSummary.Status",
      "ConversationSummary.Channels",
    );
    const found = findFields(poor);
    expect(found.cube).toBe("ConversationSummary");
    expect(found.roles.id?.field).toBe("ConversationSummary.ConversationId");
    expect(found.roles.count?.field).toBe("ConversationSummary.ConversationCount");
  });

  test.each([
    ["One row per conversation and channel", "One row per conversation, with all of it"],
    ["A row for each turn", "A single record for each conversation"],
    ["A row for each turn", "One row per conversation."],
  ])("come from the cube that says it has one row per conversation: “%s” is not “%s”", (many, one) => {
    const poor = ["ConversationId", ["CreatedAt", "time"], "Channels"] as const;
    const names = (layer: string, fields: readonly (string | readonly [string, string])[]) =>
      fields.map((field) =>
        typeof field === "string" ? `${layer}.${field}` : ([`${layer}.${field[0]}`, field[1]] as const),
      );
    const silver = cube("Detail", ["Detail.Count"], names("Detail", [...poor, "Language", "Status"]), many);
    const gold = cube("Overview", ["Overview.Count"], names("Overview", poor), one);
    for (const cubes of [
      [silver, gold],
      [gold, silver],
    ]) {
      const found = findFields(metadata(...cubes));
      expect(found.cube).toBe("Overview");
      expect(found.roles.count?.field).toBe("Overview.Count");
    }
  });

  test.each(sampleNames)("do not depend on the order of cubes and fields under the %s names", (name) => {
    const shuffledCubes = fc
      .shuffledSubarray(samples[name].cubes, { minLength: samples[name].cubes.length })
      .chain((cubes) =>
        fc.tuple(
          ...cubes.map((one) =>
            fc.record({
              name: fc.constant(one.name),
              description: fc.constant(one.description),
              measures: fc.shuffledSubarray(one.measures, { minLength: one.measures.length }),
              dimensions: fc.shuffledSubarray(one.dimensions, { minLength: one.dimensions.length }),
            }),
          ),
        ),
      );
    const usual = findFields(samples[name]);
    fc.assert(
      fc.property(shuffledCubes, (cubes) => {
        const shuffled: Metadata = { domain: "Conversations", cubes };
        expect(findFields(shuffled)).toEqual(usual);
      }),
    );
  });
});

describe("misleading conversationApis", () => {
  const conversationApis = cube(
    "Conversation",
    [
      ["ParticipantCount", "number", "The number of conversation participants"],
      ["MessageCount", "number", "The number of messages in conversations"],
      ["Participant.Count", "number"],
      ["OperatorResult.Count", "number"],
      ["CountOfAgents", "number"],
    ],
    [
      ["ParticipantId", "string", "The unique identifier of the conversation participant"],
      ["ParticipantStatus", "string", "The current status of the conversation participant"],
      "Participant.Status",
      "Participant.Id",
      "AccountSid",
      ["ChannelIds", "string", "Ids of the channels used in the conversation"],
      ["LanguageCount", "number", "The number of languages spoken in the conversation"],
      ["SentimentScore", "number", "The sentiment of the conversation as a number"],
      ["SentimentOperatorId", "string", "The id of the sentiment operator"],
      ["UpdatedDate", "time", "When the conversation was last updated"],
      ["EndedDate", "time", "When the conversation ended"],
      ["Message.CreatedDate", "time"],
      ["ParticipantCount", "number", "The number of participants of the conversation"],
      ["IntelligenceConfigurationIds", "string", "Ids of the configurations linked to the conversation"],
      "ConversationConfigurationId",
      "ConversationOwner",
      ["AgentCount", "number", "The number of agents who answered"],
      ["AgentTalkTime", "number", "How long the agent talked in seconds"],
      ["AgentSentiment", "string", "The sentiment of the agent"],
      ["AiAgent", "boolean", "Whether an AI agent answered"],
      ["CustomerSatisfaction", "number"],
      ["CustomerTier", "string", "The tier of the customer"],
      ["FirstResponseTime", "number", "Time to the first response in seconds"],
      ["WaitDuration", "number", "The duration of the wait in seconds"],
    ],
  );

  test("play no role when the real field is missing", () => {
    const found = findFields(metadata(conversationApis));
    expect(namesOf(found)).toEqual({});
  });

  test("do not keep the real fields from their roles", () => {
    const own = reference.cubes.flatMap(({ dimensions }) => dimensions);
    const real = [...conversationApis.dimensions, ...own];
    const measures = [...conversationApis.measures, { name: "Conversation.Count", type: "number" }];
    expect(namesOf(findFields(metadata({ ...conversationApis, measures, dimensions: real })))).toEqual(
      expected.reference,
    );
  });
});

describe("a description", () => {
  test("finds a role that the name does not tell", () => {
    const found = findFields(
      metadata(
        cube(
          "Facts",
          [["N", "number", "Number of unique conversations"]],
          [
            ["Key", "string", "Unique identifier of the conversation"],
            ["Begin", "time", "Date and time when the conversation was created"],
            ["Medium", "string", "The channels the conversation took place on"],
            ["Tongue", "string", "The languages spoken"],
            ["Mood", "string", "The sentiment of the customer"],
            ["Phase", "string", "The current status of the conversation"],
          ],
        ),
      ),
    );
    expect(namesOf(found)).toEqual({
      id: "Key",
      time: "Begin",
      channel: "Medium",
      language: "Tongue",
      sentiment: "Mood",
      status: "Phase",
      count: "N",
    });
  });

  test("does not win over a name", () => {
    const found = findFields(
      metadata(
        cube(
          "Conversation",
          [],
          [
            ["Mood", "string", "The sentiment"],
            ["Sentiment", "string"],
          ],
        ),
      ),
    );
    expect(found.roles.sentiment?.field).toBe("Sentiment");
  });
});

describe("the time role", () => {
  test("shows the plain field where it is listed and knows its grains", () => {
    expect(findFields(layered).roles.time).toEqual({
      field: "ConversationSummary.CreatedAt",
      label: "Created at",
      cube: "ConversationSummary",
      how: "words",
      shown: "ConversationSummary.CreatedAt",
      grains: { hour: "ConversationSummary.CreatedAt.hour", day: "ConversationSummary.CreatedAt.day" },
    });
  });

  test("filters by the plain field and shows the hour where only the hour is listed", () => {
    expect(findFields(classic).roles.time).toMatchObject({
      field: "Conversation.CreatedDate",
      shown: "Conversation.CreatedDate.hour",
      grains: { hour: "Conversation.CreatedDate.hour" },
    });
  });

  test.each([
    [["Created.month", "Created.day", "Created.hour"], "Created.hour"],
    [["Created.month", "Created.day"], "Created.day"],
    [["Created.month", "Created.minute", "Created.hour"], "Created.minute"],
    [["Created.week", "Created.month"], "Created.week"],
    [["Created.year"], "Created.year"],
  ])("of %j shows the finest grain", (names, shown) => {
    const given = cube(
      "Conversation",
      [],
      names.map((name) => [name, "time"] as const),
    );
    expect(findFields(metadata(given)).roles.time?.shown).toBe(shown);
  });

  test("is found where the metadata gives no types", () => {
    const bare = { name: "Conversation", measures: [], dimensions: [{ name: "CreatedAt" }, { name: "Id" }] };
    expect(namesOf(findFields(metadata(bare)))).toEqual({ time: "CreatedAt", id: "Id" });
  });

  test("is found as text too, but a real time goes first", () => {
    const both = cube(
      "Conversation",
      [],
      [
        ["CreatedDate", "string"],
        ["DateCreated", "time"],
      ],
    );
    expect(findFields(metadata(both)).roles.time?.field).toBe("DateCreated");
    expect(findFields(without(metadata(both), "DateCreated")).roles.time?.field).toBe("CreatedDate");
  });
});

describe("sentiment", () => {
  test("that is one operator's label counts only beside that operator's name", () => {
    expect(findFields(classic).roles.sentiment).toEqual({
      field: "OperatorResult.Value",
      label: "Value",
      cube: "OperatorResult",
      how: "words",
      condition: { field: "OperatorResult.OperatorName", values: ["Sentiment"] },
    });
  });

  test("has no condition where the account lists no operator's name", () => {
    expect(findFields(reference).roles.sentiment?.condition).toBeUndefined();
  });

  test("takes the operator's label before its free value, in whatever order they are listed", () => {
    for (const names of [
      ["OperatorResult.Value", "OperatorResult.Label", "OperatorResult.Name", "OperatorResult.OperatorName"],
      ["OperatorResult.OperatorName", "OperatorResult.Name", "OperatorResult.Label", "OperatorResult.Value"],
    ]) {
      expect(findFields(metadata(cube("OperatorResult", [], names))).roles.sentiment).toMatchObject({
        field: "OperatorResult.Label",
        condition: { field: "OperatorResult.OperatorName" },
      });
    }
  });

  test("of the conversation wins over an operator's label", () => {
    const both = metadata(
      cube("Conversation", ["Count"], ["Id", "Sentiment"]),
      cube("OperatorResult", [], ["OperatorResult.OperatorName", "OperatorResult.Value"]),
    );
    expect(findFields(both).roles.sentiment).toEqual({
      field: "Sentiment",
      label: "Sentiment",
      cube: "Conversation",
      how: "words",
    });
  });
});

describe("the count", () => {
  test.each([
    "Count",
    "Conversations",
    "ConversationCount",
    "ConversationsCount",
    "TotalConversations",
    "UniqueConversations",
    "UniqueConversationCount",
    "NumberOfConversations",
    "conversation_count",
    "NumConversations",
  ])("is found as %s", (name) => {
    expect(findFields(metadata(cube("Conversation", [name, "DurationSum"], ["Id"]))).roles.count?.field).toBe(name);
  });

  test.each([
    "ConversationSummary.LeadScoreAvg",
    "ConversationSummary.MessageCountSum",
    "OperatorResult.Count",
    "Participant.Count",
    "MessageCount",
    "AgentCount",
  ])("is never %s", (name) => {
    expect(findFields(metadata(cube("Conversation", [name], ["Id"]))).roles.count).toBeUndefined();
  });

  test("is never a plain count of another cube's rows", () => {
    const turns = metadata(cube("Conversation", [], ["Id", "Channels"]), cube("Turn", ["Turn.Count"], ["Turn.Text"]));
    expect(findFields(turns).roles.count).toBeUndefined();
  });
});
