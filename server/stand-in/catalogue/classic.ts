import {
  channels,
  intelligenceConfigurations,
  languages,
  operators,
  participantRoles,
  statuses,
} from "../sample/sets.ts";
import { timeDimensions } from "./build.ts";
import { operatorId, participantId, profileId, resultId, resultTime, resultValue } from "./classic-columns.ts";
import { upper } from "./labels.ts";
import type { Catalogue, Cube } from "./types.ts";

const conversation: Cube = {
  name: "Conversation",
  description: "Metadata of conversations, their channels, languages and participants.",
  measures: [
    { name: "Conversation.Count", description: "Number of unique conversations", aggregation: "count", sql: "c.n" },
  ],
  dimensions: [
    {
      name: "Conversation.ConversationId",
      kind: "string",
      sql: "c.id",
      required: true,
      description: "Unique id of the conversation",
    },
    { name: "Conversation.ConversationName", kind: "string", sql: "c.name", description: "Name of the conversation" },
    {
      name: "Conversation.ConversationStatus",
      kind: "coded",
      sql: "c.status",
      labels: upper(statuses),
      description: "Current status of the conversation",
    },
    ...timeDimensions("Conversation.CreatedDate", "c.created", "The date and time when the conversation was created", {
      plain: "filterOnly",
      required: true,
    }),
    {
      name: "Conversation.Channel",
      kind: "coded",
      sql: "ch.member",
      labels: channels,
      joins: ["channel"],
      description: "A channel used in the conversation",
    },
    {
      name: "Conversation.Language",
      kind: "coded",
      sql: "la.member",
      labels: languages,
      joins: ["language"],
      description: "A language spoken in the conversation",
    },
    {
      name: "Conversation.HandledBy",
      kind: "string",
      sql: "c.agent",
      description: "Name of the agent who answered",
    },
    { name: "Conversation.CallerName", kind: "string", sql: "c.customer", description: "Name of the customer" },
    {
      name: "Conversation.DurationMs",
      kind: "number",
      sql: "c.duration::BIGINT * 1000",
      description: "Length of the conversation",
    },
    {
      name: "Conversation.IntelligenceConfigurationIds",
      kind: "coded",
      sql: "c.agent_kind",
      labels: intelligenceConfigurations,
      description: "Intelligence configurations linked to the conversation",
    },
    {
      name: "Conversation.ParticipantId",
      kind: "string",
      sql: participantId,
      joins: ["participant"],
      description: "Id of a participant",
    },
    {
      name: "Conversation.ParticipantType",
      kind: "coded",
      sql: "pa.role",
      labels: participantRoles,
      joins: ["participant"],
      description: "Type of a participant, for example agent or customer",
    },
    {
      name: "Conversation.ParticipantProfileId",
      kind: "string",
      sql: profileId,
      joins: ["participant"],
      description: "Profile id of a participant who is a customer",
    },
  ],
};

const operatorResult: Cube = {
  name: "OperatorResult",
  description: "Results of language operators.",
  alone: "re.operator IS NOT NULL",
  measures: [
    {
      name: "OperatorResult.Count",
      description: "Number of operator results",
      aggregation: "count",
      sql: "c.n * 4 + re.operator",
      joins: ["result"],
    },
  ],
  dimensions: [
    { name: "OperatorResult.Id", kind: "string", sql: resultId, joins: ["result"], description: "Id of the result" },
    {
      name: "OperatorResult.ConversationId",
      kind: "string",
      sql: "c.id",
      required: true,
      joins: ["result"],
      description: "Id of the conversation the result is about",
    },
    {
      name: "OperatorResult.OperatorName",
      kind: "coded",
      sql: "re.operator",
      labels: operators,
      joins: ["result"],
      description: "Name of the operator",
    },
    {
      name: "OperatorResult.OperatorId",
      kind: "string",
      sql: operatorId,
      joins: ["result"],
      description: "Id of the operator",
    },
    {
      name: "OperatorResult.Value",
      kind: "string",
      sql: resultValue,
      joins: ["result"],
      description: "Label or text the operator gave",
    },
    ...timeDimensions("OperatorResult.CreatedDate", resultTime, "The date and time of the result", {
      plain: "filterOnly",
      joins: ["result"],
    }),
  ],
};

/**
 * The older documented model: sentiment is one operator's value among several operators', participants stand in the
 * same cube as the count, and a conversation with two channels is in two groups.
 */
export const classic: Catalogue = {
  domain: "Conversations",
  endToken: "null",
  numbers: "number",
  table: "conversation",
  joins: {
    channel: "JOIN channel_member ch ON ch.combination = c.channels",
    language: "LEFT JOIN language_member la ON la.combination = c.languages",
    participant: "JOIN participant_role pa ON pa.agent_kind = c.agent_kind AND pa.escalated = c.escalated::TINYINT",
    result: `LEFT JOIN operator_mask re ON re.mask = (c.adherence IS NOT NULL)::INTEGER
      + 2 * (c.sentiment IS NOT NULL)::INTEGER + 12 * c.analysed::INTEGER`,
  },
  newest: { time: "c.created", id: "c.id", number: "c.n" },
  cubes: [conversation, operatorResult],
};
