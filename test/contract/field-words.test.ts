import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldLabel, fieldWords, qualifierWords, splitGrain } from "../../contract/field-words.ts";

describe("the words of a field", () => {
  test.each([
    ["Id", "id", ""],
    ["Conversation.ConversationId", "conversation id", "conversation"],
    ["conversation_summary.created_at", "created at", "conversation summary"],
    ["Conversation.CreatedDate.hour", "created date", "conversation"],
    ["CONVERSATION_ID", "conversation id", ""],
    ["AIAgentCount", "ai agent count", ""],
    ["A.B.LastValue", "last value", "a b"],
    ["Größe.MaßZahl", "maß zahl", "größe"],
    ["createddate", "created date", ""],
    ["conversationsummary.CONVERSATIONID", "conversation id", "conversation summary"],
    ["channellist", "channel list", ""],
    ["location", "location", ""],
    ["timezone", "timezone", ""],
  ])("%s are “%s”, qualified by “%s”", (name, words, qualifier) => {
    expect(fieldWords(name)).toBe(words);
    expect(qualifierWords(name)).toBe(qualifier);
  });

  test.each([
    ["Conversation.CreatedDate.hour", "Conversation.CreatedDate", "hour"],
    ["DateCreated.Day", "DateCreated", "day"],
    ["DateCreated", "DateCreated", undefined],
    ["Conversation.hourly", "Conversation.hourly", undefined],
    ["hour", "hour", undefined],
    ["CreatedDateDay", "CreatedDateDay", undefined],
  ])("%s has the base %s and the grain %s", (name, base, grain) => {
    expect(splitGrain(name)).toEqual({ base, grain });
  });

  test("are split in no time however long a text of the account is", () => {
    expect(fieldWords("on".repeat(10_000))).toBe("on".repeat(10_000));
    expect(fieldWords(`${"conversation".repeat(4)}x`)).toBe(`${"conversation".repeat(4)}x`);
  });

  test.each([
    ["Conversation.CreatedDate", "Created date"],
    ["Conversation.CreatedDate.hour", "Created date (hour)"],
    ["Id", "ID"],
    ["Conversation.ConversationId", "Conversation ID"],
    ["OperatorResult.Value", "Value"],
    ["...", "..."],
  ])("%s is labelled “%s”", (name, label) => {
    expect(fieldLabel(name)).toBe(label);
  });

  test("give every name a label", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (name) => {
        expect(fieldLabel(name)).not.toBe("");
      }),
    );
  });
});
