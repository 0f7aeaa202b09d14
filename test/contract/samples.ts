import type { Cube, Metadata } from "../../contract/metadata.ts";

type FieldText = string | readonly [name: string, type: string, description?: string];

function field(text: FieldText) {
  const [name, type, description] = typeof text === "string" ? [text, "string"] : text;
  return description === undefined ? { name, type } : { name, type, description };
}

/** A cube from field names; a field is text unless its type is given. */
export function cube(
  name: string,
  measures: readonly FieldText[],
  dimensions: readonly FieldText[],
  description?: string,
): Cube {
  const fields = { measures: measures.map(field), dimensions: dimensions.map(field) };
  return description === undefined ? { name, ...fields } : { name, description, ...fields };
}

export function metadata(...cubes: Cube[]): Metadata {
  return { domain: "Conversations", cubes };
}

/** The metadata without one field. */
export function without(given: Metadata, ...names: string[]): Metadata {
  const kept = <Field extends { name: string }>(fields: Field[]) => fields.filter(({ name }) => !names.includes(name));
  return {
    ...given,
    cubes: given.cubes.map((one) => ({
      ...one,
      measures: kept(one.measures),
      dimensions: kept(one.dimensions),
    })),
  };
}

/** The names in the API reference's own examples. */
export const reference = metadata(
  cube(
    "Conversation",
    ["Conversation.Count", "OperatorResult.Count"],
    [
      "Id",
      "Languages",
      "Channels",
      "OperatorResult.Value",
      ["DateCreated", "time"],
      "Status",
      "AgentName",
      "CustomerName",
      ["Duration", "number", "Duration in seconds"],
    ],
  ),
);

/** The documented cubes of the older model. Only the hour of the created time is listed. */
export const classic = metadata(
  cube(
    "Conversation",
    [["Conversation.Count", "number", "The number of unique conversations"]],
    [
      "Conversation.ConversationId",
      "Conversation.ConversationName",
      "Conversation.ConversationStatus",
      "Conversation.IntelligenceConfigurationIds",
      "Conversation.ParticipantId",
      ["Conversation.ParticipantType", "string", "The type of the participant, for example agent or customer"],
      "Conversation.ParticipantProfileId",
      ["Conversation.CreatedDate.hour", "time", "The date and time when the conversation was created"],
      "Conversation.AccountSid",
      "Conversation.Channel",
      "Conversation.Language",
      "Conversation.HandledBy",
      "Conversation.CallerId",
      ["Conversation.DurationMs", "number"],
    ],
    "Metadata of conversations",
  ),
  cube(
    "OperatorResult",
    ["OperatorResult.Count"],
    [
      "OperatorResult.Id",
      "OperatorResult.ConversationId",
      ["OperatorResult.OperatorName", "string", "Name of the operator, for example Sentiment"],
      "OperatorResult.Value",
      ["OperatorResult.CreatedDate.hour", "time"],
    ],
    "Results of language operators",
  ),
);

/** The newer model: a gold cube with a custom measure, and a cube of a lower layer beside it. */
export const layered = metadata(
  cube(
    "ConversationCommunication",
    ["ConversationCommunication.Count", "ConversationCommunication.LeadScoreAvg"],
    [
      "ConversationCommunication.Id",
      "ConversationCommunication.ConversationId",
      ["ConversationCommunication.CreatedAt", "time"],
      "ConversationCommunication.Channel",
      "ConversationCommunication.Language",
      "ConversationCommunication.Sentiment",
      "ConversationCommunication.Status",
    ],
    "One row per communication of a conversation",
  ),
  cube(
    "ConversationSummary",
    [
      ["ConversationSummary.LeadScoreAvg", "number"],
      ["ConversationSummary.DurationSum", "number"],
      ["ConversationSummary.ConversationCount", "number"],
    ],
    [
      "ConversationSummary.ConversationId",
      ["ConversationSummary.CreatedAt", "time"],
      ["ConversationSummary.CreatedAt.day", "time"],
      ["ConversationSummary.CreatedAt.hour", "time"],
      ["ConversationSummary.UpdatedAt", "time"],
      "ConversationSummary.Channels",
      "ConversationSummary.Languages",
      "ConversationSummary.Sentiment",
      "ConversationSummary.Status",
      "ConversationSummary.AssignedAgent",
      "ConversationSummary.CustomerAddress",
      ["ConversationSummary.HandleTimeSeconds", "number"],
      ["ConversationSummary.ParticipantCount", "number"],
      ["ConversationSummary.SentimentScore", "number"],
    ],
    "One row per conversation, with metadata, participant counts, and sentiment rolled up into a single record",
  ),
);

/** The same ideas in snake_case. */
export const snakeCase = metadata(
  cube(
    "conversation_summary",
    ["conversation_summary.conversation_count"],
    [
      "conversation_summary.conversation_id",
      ["conversation_summary.created_at", "timestamp"],
      "conversation_summary.channels",
      "conversation_summary.languages",
      "conversation_summary.overall_sentiment",
      "conversation_summary.conversation_status",
      "conversation_summary.participant_status",
      "conversation_summary.agent_id",
      "conversation_summary.customer_phone",
      ["conversation_summary.conversation_duration_ms", "bigint"],
    ],
  ),
);
