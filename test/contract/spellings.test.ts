import { describe, expect, test } from "vitest";
import { findFields } from "../../contract/fields.ts";
import type { RoleName } from "../../contract/roles.ts";
import { cube, metadata } from "./samples.ts";

/** The field that plays a role in an account whose only other fields say nothing. */
function found(role: RoleName, name: string, type: string): string | undefined {
  const other = [["Flag", "boolean"] as const, ["Weight", "number"] as const];
  const given =
    role === "count"
      ? cube("Conversation", [[name, type], ...other], [])
      : cube("Conversation", [["Total", "number"]], [[name, type], ...other]);
  return findFields(metadata(given)).roles[role]?.field;
}

const spellings: Record<RoleName, readonly string[]> = {
  id: [
    "ConversationUuid",
    "ConvId",
    "conv_id",
    "convid",
    "conversationid",
    "CONVERSATIONID",
    "ConversationSid",
    "conversation_guid",
    "ConversationIdentifier",
    "ConversationKey",
    "conversation.uuid",
    "ID",
  ],
  time: [
    "createddate",
    "CREATEDDATE",
    "CreatedTimestamp",
    "creation_ts",
    "CreationTimestamp",
    "created_ts",
    "CreatedDateTime",
    "createdDatetime",
    "CreatedAtUtc",
    "create_time",
    "StartTime",
    "starttime",
    "StartTimestamp",
    "StartedAt",
    "started_at",
    "ConversationStartTime",
    "conversation_begin_time",
    "ConvCreatedAt",
    "ConversationDate",
    "OpenedAt",
    "TimestampCreated",
  ],
  channel: [
    "ChannelList",
    "channel_types",
    "channellist",
    "ChannelsList",
    "ChannelName",
    "ConversationChannelType",
    "ConvChannel",
    "ChannelsUsed",
    "AllChannels",
    "ChannelTypeList",
    "channels_array",
    "Channel.Type",
    "CommunicationChannel",
    "InitialChannel",
    "Medium",
  ],
  language: [
    "LanguageCode",
    "languagecode",
    "LanguageCodes",
    "lang",
    "Lang",
    "LANG",
    "lang_code",
    "locale",
    "LocaleCode",
    "LanguageTag",
    "DetectedLanguage",
    "LanguageList",
    "SpokenLanguages",
    "Language.Code",
    "ConversationLanguage",
    "language_iso_code",
  ],
  sentiment: [
    "SentimentOverall",
    "OverallSentiment",
    "sentimentlabel",
    "overallsentiment",
    "ConversationSentiment",
    "ConversationSentimentLabel",
    "OverallConversationSentiment",
    "SentimentClassification",
    "CustomerSentiment",
    "conv_sentiment",
    "Sentiment.Label",
    "ConversationSentiment.Value",
  ],
  status: [
    "State",
    "ConversationState",
    "conversationstatus",
    "CurrentStatus",
    "ConvStatus",
    "StatusName",
    "LifecycleState",
    "status_code",
  ],
  count: [
    "CountDistinctConversations",
    "countdistinctconversations",
    "ConversationCount",
    "conversationcount",
    "NumConversations",
    "num_convs",
    "ConvCount",
    "conversations_cnt",
    "NumberOfConversations",
    "CountConversations",
    "ConversationsDistinct",
    "ConversationCountDistinct",
    "DistinctConversationIds",
    "ConversationIdCount",
    "ConversationVolume",
    "TotalConversationCount",
    "DistinctCount",
    "uniq_conversations",
    "nb_conversations",
    "RowCount",
  ],
};

const misleading: Record<RoleName, readonly string[]> = {
  id: ["ParticipantId", "participantid", "MessageUuid", "AgentId", "ConversationConfigurationId", "ChannelId"],
  time: [
    "UpdatedTimestamp",
    "updateddate",
    "EndTime",
    "ended_at",
    "LastMessageTime",
    "ClosedDate",
    "FirstResponseDate",
    "Message.CreatedAt",
    "ResolvedAt",
    "IngestedTimestamp",
  ],
  channel: ["ChannelIds", "ChannelCount", "ChannelSwitchReason", "channelid", "Channel.Id", "Channel.Count"],
  language: ["LanguageCount", "LanguageConfidence", "languageid", "ProgrammingLanguage"],
  sentiment: [
    "SentimentScore",
    "SentimentOperatorId",
    "sentimentscore",
    "AgentSentiment",
    "SentimentReason",
    "Sentiment.Score",
    "Sentiment.Reason",
  ],
  status: ["ParticipantStatus", "MessageState", "Participant.Status", "StatusReason", "Estate"],
  count: [
    "MessageCount",
    "messagecount",
    "ParticipantCount",
    "num_messages",
    "CountDistinctParticipants",
    "AgentCount",
    "ConversationDuration",
    "OperatorResult.Count",
  ],
};

const types: Record<RoleName, string> = {
  id: "string",
  time: "time",
  channel: "string",
  language: "string",
  sentiment: "string",
  status: "string",
  count: "number",
};

const rows = (table: Record<RoleName, readonly string[]>) =>
  Object.entries(table).flatMap(([role, names]) => names.map((name) => [name, role] as const));
const isRole = (text: string): text is RoleName => text in types;

describe("a field", () => {
  test.each(rows(spellings))("%s plays the %s", (name, role) => {
    expect(isRole(role) && found(role, name, types[role])).toBe(name);
  });

  test.each(rows(misleading))("%s does not play the %s", (name, role) => {
    expect(isRole(role) && found(role, name, types[role])).toBeUndefined();
  });

  test("of the time is found as a number since 1970, and as text", () => {
    expect(found("time", "created_ts", "number")).toBe("created_ts");
    expect(found("time", "created_ts", "Int64")).toBe("created_ts");
    expect(found("time", "createddate", "string")).toBe("createddate");
  });
});
