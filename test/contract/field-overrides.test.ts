import { describe, expect, test } from "vitest";
import { findFields } from "../../contract/fields.ts";
import { roleNames } from "../../contract/roles.ts";
import { classic, layered, reference } from "./samples.ts";

/** What the samples have no field for, whatever is named. */
const lacked = findFields(classic).missing;

describe("an override", () => {
  test("wins over what would be found", () => {
    const { roles, missing, badOverrides } = findFields(classic, {
      status: "Conversation.ParticipantType",
      count: "OperatorResult.Count",
    });
    expect(roles.status).toMatchObject({ field: "Conversation.ParticipantType", cube: "Conversation" });
    expect(roles.count).toMatchObject({ field: "OperatorResult.Count", cube: "OperatorResult" });
    expect(roles.id?.field).toBe("Conversation.ConversationId");
    expect({ missing, badOverrides }).toEqual({ missing: lacked, badOverrides: [] });
  });

  test("of sentiment takes the condition away that would be found", () => {
    const { sentiment } = findFields(classic, { sentiment: "OperatorResult.Value" }).roles;
    expect(sentiment).toMatchObject({ field: "OperatorResult.Value" });
    expect(sentiment).not.toHaveProperty("condition");
  });

  test.each([
    ["OperatorResult.Value | OperatorResult.OperatorName = Customer mood", "Customer mood"],
    ["OperatorResult.Value|OperatorResult.OperatorName=Customer mood", "Customer mood"],
    ["  OperatorResult.Value  |  OperatorResult.OperatorName  =  Customer mood  ", "Customer mood"],
    ["OperatorResult.Value | OperatorResult.OperatorName = a=b", "a=b"],
    ["OperatorResult.Value | OperatorResult.OperatorName = a | b", "a | b"],
  ])("carries a condition: %s", (text, value) => {
    expect(findFields(classic, { sentiment: text }).roles.sentiment).toMatchObject({
      field: "OperatorResult.Value",
      condition: { field: "OperatorResult.OperatorName", values: [value] },
    });
  });

  test("of the time takes the plain name where only a grain is listed, and the grain's name too", () => {
    for (const time of ["OperatorResult.CreatedDate", "OperatorResult.CreatedDate.hour"]) {
      expect(findFields(classic, { time }).roles.time).toMatchObject({
        field: "OperatorResult.CreatedDate",
        shown: "OperatorResult.CreatedDate.hour",
        grains: { hour: "OperatorResult.CreatedDate.hour" },
      });
    }
  });

  test.each([...roleNames])("of none leaves %s out, and is not wrong", (role) => {
    const found = findFields(reference, { [role]: "none" });
    expect(found.roles[role]).toBeUndefined();
    expect(new Set(found.missing)).toEqual(new Set([role, ...findFields(reference).missing]));
    expect(found.badOverrides).toEqual([]);
  });

  test.each([
    "Nowhere",
    "conversation.conversationid",
    "Conversation.Count",
    "OperatorResult.Value | OperatorResult.Nowhere = x",
    "OperatorResult.Value | OperatorResult.Count = x",
    "OperatorResult.Value | OperatorResult.OperatorName",
    "OperatorResult.Value | = x",
    "OperatorResult.Value | OperatorResult.OperatorName =",
    "| OperatorResult.OperatorName = x",
  ])("that the metadata does not bear out leaves the role out and is reported: %s", (sentiment) => {
    const found = findFields(classic, { sentiment });
    expect(found.roles.sentiment).toBeUndefined();
    expect(new Set(found.missing)).toEqual(new Set(["sentiment", ...lacked]));
    expect(found.badOverrides).toEqual([{ role: "sentiment", value: sentiment }]);
  });

  test("of a measure must be a measure", () => {
    expect(findFields(layered, { count: "ConversationSummary.ParticipantCount" }).badOverrides).toHaveLength(1);
    expect(findFields(layered, { count: "ConversationSummary.LeadScoreAvg" }).badOverrides).toHaveLength(0);
  });

  test("of blanks is none at all", () => {
    expect(findFields(reference, { id: "  " })).toEqual(findFields(reference));
  });
});
