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
  name: ["Name", "ConversationName", "conversation_name", "FriendlyName", "DisplayName", "Title", "Subject"],
  topic: ["Topic", "Topics", "ConversationTopic", "primary_topic", "ContactReason", "Intent", "Category"],
  agentKind: ["AgentType", "agent_kind", "AgentTypes", "HandledByType"],
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
  agent: [
    "Agent",
    "Agents",
    "AgentName",
    "agent_name",
    "agentname",
    "AgentFullName",
    "AgentDisplayName",
    "Agent.Name",
    "agent_id",
    "AgentEmail",
    "AssignedAgent",
    "assigned_agent_name",
    "HumanAgentName",
    "PrimaryAgent",
    "HandledBy",
    "handled_by_agent",
    "AnsweredBy",
    "assigned_to",
    "WorkerName",
    "worker_sid",
    "TaskRouterWorker",
    "TaskRouterWorkerName",
    "RepresentativeName",
    "Assignee",
  ],
  customer: [
    "Customer",
    "CustomerName",
    "customer_name",
    "customername",
    "CustomerFullName",
    "Customer.Name",
    "CustomerAddress",
    "CustomerPhone",
    "customer_phone_number",
    "CustomerEmail",
    "customer_id",
    "CustomerProfileId",
    "Caller",
    "CallerId",
    "caller_number",
    "ContactName",
    "ContactEmail",
    "ClientName",
    "From",
    "from_number",
  ],
  duration: [
    "Duration",
    "duration",
    "Durations",
    "DurationSeconds",
    "duration_seconds",
    "durationseconds",
    "DurationInSeconds",
    "DurationSec",
    "duration_ms",
    "DurationMinutes",
    "ConversationDuration",
    "conversation_duration_ms",
    "TotalDuration",
    "total_duration_secs",
    "HandleTime",
    "handle_time_seconds",
    "HandlingTime",
    "ConversationLength",
    "ElapsedTime",
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
  name: ["CustomerName", "AgentName", "OperatorName", "Agent.Name", "ParticipantName", "FileName", "Username"],
  topic: ["TopicCount", "TopicId", "TopicScore", "StatusReason"],
  agentKind: ["AgentName", "ParticipantType", "AgentCount", "AgentTypeId", "ChannelType"],
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
  agent: [
    "AgentCount",
    "AgentTalkTime",
    "AgentType",
    "AgentSentiment",
    "AgentScore",
    "AgentLanguage",
    "AIAgent",
    "AgentMessages",
    "AgentAssigned",
    "UserAgent",
    "OperatorName",
    "ResolvedBy",
    "CreatedBy",
    "WorkerCount",
    "NetworkName",
    "Report",
  ],
  customer: [
    "CustomerSentiment",
    "CustomerLanguage",
    "CustomerSatisfaction",
    "CustomerCount",
    "CustomerType",
    "CustomerTier",
    "ContactReason",
    "ContactChannel",
    "FirstContactResolution",
    "CallerCountry",
    "FromCountry",
    "ClientVersion",
    "AccountName",
  ],
  duration: [
    "WaitTime",
    "WaitDuration",
    "FirstResponseTime",
    "AgentTalkTime",
    "HoldDuration",
    "QueueDuration",
    "MessageDuration",
    "Message.Duration",
    "Participant.Duration",
    "SilenceSeconds",
    "TextLength",
    "DurationBucket",
    "DurationScore",
    "TurnDuration",
  ],
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
  name: "string",
  topic: "string",
  agentKind: "string",
  channel: "string",
  language: "string",
  sentiment: "string",
  status: "string",
  agent: "string",
  customer: "string",
  duration: "number",
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

  test("of an agent or a customer is no flag and no number, and of a duration no text", () => {
    for (const type of ["boolean", "bool", "number", "Int64", "time"]) {
      expect(found("agent", "Agent", type), type).toBeUndefined();
      expect(found("customer", "Customer", type), type).toBeUndefined();
    }
    for (const type of ["string", "time", "boolean", "interval"]) {
      expect(found("duration", "Duration", type), type).toBeUndefined();
    }
  });
});
