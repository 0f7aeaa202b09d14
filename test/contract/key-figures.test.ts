import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFields } from "../../contract/fields.ts";
import { answererOf, keyFields } from "../../contract/key-figures.ts";
import type { Metadata } from "../../contract/metadata.ts";
import { catalogueOf } from "../../server/stand-in/catalogue/catalogues.ts";
import { metadataOf } from "../../server/stand-in/catalogue/metadata.ts";
import { cube, metadata } from "./samples.ts";

function found(given: Metadata) {
  return keyFields(given, findFields(given));
}

/** An account with one measure beside its count, and one number of each conversation. */
function withMeasure(name: string, aggregation?: string, description?: string): Metadata {
  const given = metadata(cube("Conversation", ["Conversation.Count"], ["Id", ["DateCreated", "time"], "Channels"]));
  const [own] = given.cubes;
  const measure = { name, ...(aggregation ? { aggregation } : {}), ...(description ? { description } : {}) };
  return { ...given, cubes: own ? [{ ...own, measures: [...own.measures, measure] }] : [] };
}

describe("in the sample catalogues", () => {
  test("the reference has all of them", () => {
    expect(found(metadataOf(catalogueOf("reference")))).toEqual({
      agentKind: "AgentType",
      averageDuration: { field: "Conversation.AverageDuration", unit: "seconds", sortBy: "Duration" },
      longestWait: { field: "Conversation.LongestWaitTime", unit: "seconds", sortBy: "WaitTime" },
    });
  });

  test("the classic one has no such measure", () => {
    expect(found(metadataOf(catalogueOf("classic")))).toEqual({
      agentKind: "Conversation.ParticipantType",
      averageDuration: undefined,
      longestWait: undefined,
    });
  });

  test("the summary has an average, and no longest wait: its average wait is none", () => {
    expect(found(metadataOf(catalogueOf("summary")))).toEqual({
      agentKind: undefined,
      averageDuration: {
        field: "ConversationSummary.DurationSecondsAvg",
        unit: "seconds",
        sortBy: "ConversationSummary.DurationSeconds",
      },
      longestWait: undefined,
    });
  });
});

test.each([
  ["Conversation.AvgHandleTimeMs", "avg", undefined, "milliseconds"],
  ["conversation.mean_duration", "mean", "Mean duration (min)", "minutes"],
  ["Conversation.AverageDuration", undefined, undefined, undefined],
  ["Conversation.DurationSecondsAvg", "avg", "Average duration in minutes", undefined],
])("%s is an average duration", (name, aggregation, description, unit) => {
  const { averageDuration } = found(withMeasure(name, aggregation, description));
  expect(averageDuration).toEqual({ field: name, unit, sortBy: name });
});

test.each([
  ["Conversation.DurationSum", "sum"],
  ["Conversation.AverageDuration", "sum"],
  ["Conversation.Duration", undefined],
  ["Conversation.AverageHoldDuration", "avg"],
  ["Conversation.AverageWaitDuration", "avg"],
  ["Conversation.MessageDurationAvg", "avg"],
  ["Conversation.DurationAvg", "max"],
])("%s, a %s, is no average duration", (name, aggregation) => {
  expect(found(withMeasure(name, aggregation)).averageDuration).toBeUndefined();
});

test.each([
  ["Conversation.MaxWaitSeconds", "max", true],
  ["Conversation.LongestWait", undefined, true],
  ["Conversation.QueueWaitTimeMax", "max", true],
  ["Conversation.MinWait", "min", false],
  ["Conversation.MaxMessageWaitCount", "max", false],
  ["Conversation.AwaitMax", "max", false],
])("whether %s, a %s, is a longest wait: %s", (name, aggregation, is) => {
  expect(found(withMeasure(name, aggregation)).longestWait?.field).toBe(is ? name : undefined);
});

test("measures of another cube are none of conversations", () => {
  const given = withMeasure("Conversation.AverageDuration", "avg");
  const [own] = given.cubes;
  const other = { ...cube("Message", ["Message.DurationAvg"], ["Message.AgentType"]) };
  const bare = { ...given, cubes: own ? [{ ...own, measures: own.measures.slice(0, 1) }, other] : [] };
  expect(found(bare)).toEqual({ agentKind: undefined, averageDuration: undefined, longestWait: undefined });
});

test.each([
  ["AI_AGENT", "ai"],
  ["ai-agent", "ai"],
  ["Virtual Agent", "ai"],
  ["Bot", "ai"],
  ["HUMAN_AGENT", "human"],
  ["human", "human"],
  ["CUSTOMER", undefined],
  ["agent", undefined],
  ["Aisha", undefined],
  ["", undefined],
])("%s is %s", (value, kind) => {
  expect(answererOf(value)).toBe(kind);
});

test("every text is one of an AI, a person or neither, however it is spaced", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(["ai", "human", undefined]).toContain(answererOf(text));
      expect(answererOf(` ${text.toUpperCase()} `)).toBe(answererOf(text.toUpperCase()));
    }),
  );
});
