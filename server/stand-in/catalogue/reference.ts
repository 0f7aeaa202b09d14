import { sentiments, statuses } from "../sample/sets.ts";
import { timeDimensions } from "./build.ts";
import { channelLabels, languageLabels } from "./labels.ts";
import type { Catalogue, Cube } from "./types.ts";

const conversation: Cube = {
  name: "Conversation",
  description: "One row per conversation, with its channels, languages, people and the sentiment found in it.",
  measures: [
    { name: "Conversation.Count", description: "Number of conversations", aggregation: "count", sql: "c.n" },
    {
      name: "OperatorResult.Count",
      description: "Number of sentiment results",
      aggregation: "count",
      sql: "c.sentiment",
    },
    {
      name: "Conversation.AverageDuration",
      description: "Average duration in seconds",
      aggregation: "avg",
      sql: "c.duration",
    },
    {
      name: "Conversation.AverageWaitTime",
      description: "Average wait for the first answer in seconds",
      aggregation: "avg",
      sql: "c.wait",
    },
    {
      name: "Conversation.LongestWaitTime",
      description: "Longest wait for the first answer in seconds",
      aggregation: "max",
      sql: "c.wait",
    },
    {
      name: "Conversation.MessageTotal",
      description: "Number of messages and spoken turns",
      aggregation: "sum",
      sql: "c.messages",
    },
  ],
  dimensions: [
    { name: "Id", kind: "string", sql: "c.id", required: true, description: "Unique id of the conversation" },
    { name: "Name", kind: "string", sql: "c.name", description: "Name of the conversation" },
    { name: "Status", kind: "coded", sql: "c.status", labels: statuses, description: "Status of the conversation" },
    ...timeDimensions("DateCreated", "c.created", "When the conversation was created", {
      plain: "selectable",
      required: true,
    }),
    {
      name: "Channels",
      kind: "coded",
      sql: "c.channels",
      labels: channelLabels,
      description: "Channels used in the conversation",
    },
    {
      name: "Languages",
      kind: "coded",
      sql: "c.languages",
      labels: languageLabels,
      description: "Languages spoken in the conversation",
    },
    {
      name: "OperatorResult.Value",
      kind: "coded",
      sql: "c.sentiment",
      labels: sentiments,
      description: "Label given by the Sentiment operator",
    },
    { name: "CustomerName", kind: "string", sql: "c.customer", description: "Name of the customer" },
    { name: "AgentName", kind: "string", sql: "c.agent", description: "Name of the agent who answered" },
    {
      name: "AgentType",
      kind: "coded",
      sql: "c.agent_kind",
      labels: ["AI_AGENT", "HUMAN_AGENT"],
      description: "Whether an AI or a person answered",
    },
    { name: "ParticipantCount", kind: "number", sql: "c.participants", description: "Number of participants" },
    { name: "MessageCount", kind: "number", sql: "c.messages", description: "Number of messages and spoken turns" },
    { name: "Duration", kind: "number", sql: "c.duration", description: "Duration in seconds" },
    { name: "WaitTime", kind: "number", sql: "c.wait", description: "Wait for the first answer in seconds" },
  ],
};

/** The names of Twilio's API reference: its example query gives rows of its example's shape. */
export const reference: Catalogue = {
  domain: "Insights",
  endToken: "missing",
  numbers: "number",
  table: "conversation",
  joins: {},
  newest: { time: "c.created", id: "c.id", number: "c.n" },
  cubes: [conversation],
};
