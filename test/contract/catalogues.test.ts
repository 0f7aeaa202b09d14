import { describe, expect, test } from "vitest";
import { findFields } from "../../contract/fields.ts";
import { type RoleName, roleNames } from "../../contract/roles.ts";
import { catalogueOf } from "../../server/stand-in/catalogue/catalogues.ts";
import { metadataOf } from "../../server/stand-in/catalogue/metadata.ts";
import type { CatalogueName } from "../../server/stand-in/options.ts";

const expected: Record<CatalogueName, Partial<Record<RoleName, string>>> = {
  reference: {
    id: "Id",
    time: "DateCreated",
    name: "Name",
    channel: "Channels",
    language: "Languages",
    sentiment: "OperatorResult.Value",
    status: "Status",
    agent: "AgentName",
    agentKind: "AgentType",
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
    customer: "Conversation.CallerName",
    duration: "Conversation.DurationMs",
    count: "Conversation.Count",
  },
  summary: {
    id: "ConversationSummary.ConversationId",
    time: "ConversationSummary.CreatedAt",
    name: "ConversationSummary.ConversationName",
    channel: "ConversationSummary.Channels",
    language: "ConversationSummary.Languages",
    sentiment: "ConversationSummary.Sentiment",
    status: "ConversationSummary.Status",
    agent: "ConversationSummary.AssignedAgent",
    customer: "ConversationSummary.ContactName",
    duration: "ConversationSummary.DurationSeconds",
    count: "ConversationSummary.ConversationCount",
  },
};

const names = ["reference", "classic", "summary"] as const;

describe("the embedded account's metadata", () => {
  test.each(names)("has the roles that it can have in the %s catalogue", (name) => {
    const { roles, missing } = findFields(metadataOf(catalogueOf(name)));
    expect(missing).toEqual(roleNames.filter((role) => !(role in expected[name])));
    for (const role of roleNames) expect(roles[role]?.field, role).toBe(expected[name][role]);
    expect(roles.time?.grains).toMatchObject({
      hour: `${expected[name].time}.hour`,
      day: `${expected[name].time}.day`,
    });
  });

  test("asks for the operator's name beside sentiment in the classic catalogue alone", () => {
    const conditions = names.map((name) => findFields(metadataOf(catalogueOf(name))).roles.sentiment?.condition);
    expect(conditions).toEqual([undefined, { field: "OperatorResult.OperatorName", values: ["Sentiment"] }, undefined]);
  });

  test("shows the hour where the classic catalogue lists no plain time", () => {
    const { time } = findFields(metadataOf(catalogueOf("classic"))).roles;
    expect(time?.shown).toBe("Conversation.CreatedDate.hour");
  });
});
