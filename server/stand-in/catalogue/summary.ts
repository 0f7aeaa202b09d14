import { sentiments, statuses } from "../sample/sets.ts";
import { timeDimensions } from "./build.ts";
import { channelLabels, regionalLanguageLabels, upper } from "./labels.ts";
import type { Catalogue, Column, Cube, Dimension, Measure } from "./types.ts";

function measure(name: string, aggregation: Measure["aggregation"], sql: string, description: string): Measure {
  return { name: `ConversationSummary.${name}`, aggregation, sql, description };
}

function dimension(name: string, column: Column, description: string): Dimension {
  return { name: `ConversationSummary.${name}`, ...column, description };
}

const summaryCube: Cube = {
  name: "ConversationSummary",
  description:
    "One row per conversation, with metadata, participant counts, and sentiment rolled up into a single record",
  measures: [
    measure("ConversationCount", "count", "c.n", "Number of conversations"),
    measure("DurationSecondsAvg", "avg", "c.duration", "Average duration in seconds"),
    measure("WaitSecondsAvg", "avg", "c.wait", "Average wait for the first answer in seconds"),
    measure("MessageCountSum", "sum", "c.messages", "Number of messages and spoken turns"),
    measure("LeadScoreAvg", "avg", "c.lead_score", "Custom field: average lead score"),
  ],
  dimensions: [
    {
      ...dimension("ConversationId", { kind: "string", sql: "c.id" }, "Unique id of the conversation"),
      required: true,
    },
    dimension("ConversationName", { kind: "string", sql: "c.name" }, "Name of the conversation"),
    dimension("Status", { kind: "coded", sql: "c.status", labels: upper(statuses) }, "Status of the conversation"),
    ...timeDimensions("ConversationSummary.CreatedAt", "c.created", "When the conversation was created", {
      plain: "selectable",
      required: true,
    }),
    dimension("Channels", { kind: "coded", sql: "c.channels", labels: upper(channelLabels) }, "Channels used"),
    dimension("Languages", { kind: "coded", sql: "c.languages", labels: regionalLanguageLabels }, "Languages spoken"),
    dimension(
      "Sentiment",
      { kind: "coded", sql: "c.sentiment", labels: upper(sentiments) },
      "Sentiment of the whole conversation",
    ),
    dimension("ContactName", { kind: "string", sql: "c.customer" }, "Name of the customer"),
    dimension("AssignedAgent", { kind: "string", sql: "c.agent" }, "Name of the agent who answered"),
    dimension("ParticipantCount", { kind: "number", sql: "c.participants" }, "Number of participants"),
    dimension(
      "HumanAgentCount",
      { kind: "number", sql: "greatest(c.agent_kind, c.escalated::TINYINT)" },
      "Human agents",
    ),
    dimension("AiAgentCount", { kind: "number", sql: "1 - c.agent_kind" }, "AI agents"),
    dimension("MessageCount", { kind: "number", sql: "c.messages" }, "Number of messages and spoken turns"),
    dimension("DurationSeconds", { kind: "number", sql: "c.duration" }, "Duration in seconds"),
    dimension("WaitSeconds", { kind: "number", sql: "c.wait" }, "Wait for the first answer in seconds"),
  ],
};

/** The newer, layered model: one gold cube, with the values written in other ways than the reference's. */
export const summary: Catalogue = {
  domain: "Conversations",
  endToken: "null",
  numbers: "string",
  table: "conversation",
  joins: {},
  newest: { time: "c.created", id: "c.id", number: "c.n" },
  cubes: [summaryCube],
};
