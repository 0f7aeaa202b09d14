import type { Reply } from "./fake-upstream.ts";
import { json, twilioError } from "./replies.ts";

/** The resources that one conversation is read from. */
export const resources = {
  conversation: /^\/v2\/Conversations\/[^/?]+$/,
  participants: /^\/v2\/Conversations\/[^/?]+\/Participants\?/,
  communications: /^\/v2\/Conversations\/[^/?]+\/Communications\?/,
  copy: /^\/v3\/Conversations\/[^/?]+$/,
  results: /^\/v3\/OperatorResults\?/,
  operators: /^\/v3\/ControlPlane\/Operators\?/,
} as const;

/** Those, and what its fields are read from. */
const allResources = { ...resources, insights: /^\/v3\/InsightsDomains\// } as const;

export type Replies = Partial<Record<keyof typeof allResources, Reply | readonly Reply[]>>;

/** Answers by resource; of several replies each is given once, the last again and again. What is not named is a 404. */
export function byResource(replies: Replies): Reply {
  const counts = new Map<string, number>();
  return (response, received) => {
    for (const [name, pattern] of Object.entries(allResources)) {
      if (!pattern.test(received.path)) continue;
      const given = Object.entries(replies).find(([key]) => key === name)?.[1];
      const list = given === undefined ? [] : [given].flat();
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      const reply = list[Math.min(count, list.length - 1)] ?? twilioError(404, { code: 20404 });
      return reply(response, received);
    }
    throw new Error(`Nobody should ask for ${received.path}`);
  };
}

/** One page of a list under its key. */
export function listed(key: string, items: unknown[], nextToken?: string | null): Reply {
  return json({
    [key]: items,
    meta: { key, pageSize: items.length, ...(nextToken === undefined ? {} : { nextToken }) },
  });
}

export const conversationId = "conv_conversation_01k1etk2y5f1y9fpe2epfdtvv2";
const dana = "conv_participant_00000000000000000000000001";
const ben = "conv_participant_00000000000000000000000002";

/** A line as Conversations v2 has it, with times counted in seconds from noon. */
export function line(place: number, text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  const at = new Date(Date.UTC(2026, 10, 3, 12, 0, place)).toISOString();
  const agent = place % 2 === 1;
  return {
    id: `conv_communication_${place}`,
    conversationId,
    accountId: "AC1",
    author: agent
      ? { address: "+18005550100", channel: "SMS", participantId: ben }
      : { address: "+14155550123", channel: "SMS", participantId: dana },
    content: { type: "TEXT", text },
    recipients: [],
    createdAt: at,
    occurredAt: at,
    ...more,
  };
}

/** An operator's result as Intelligence v3 has it. */
export function result(id: string, payload: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    accountId: "AC1",
    outputFormat: "CLASSIFICATION",
    conversationId,
    dateCreated: "2026-11-03T12:05:00Z",
    referenceIds: [],
    intelligenceConfiguration: { id: "c", ruleId: "r", version: 1 },
    operator: { id: "intelligence_operator_1", version: 1, parameters: {} },
    executionDetails: {
      trigger: { on: "CONVERSATION_END", timestamp: "2026-11-03T12:04:58Z" },
      communications: { first: "conv_communication_0", last: "conv_communication_1" },
      channels: ["SMS"],
      participants: [],
    },
    result: payload,
    ...more,
  };
}

export const conversation = {
  id: conversationId,
  accountId: "AC1",
  configurationId: "unused",
  status: "CLOSED",
  name: "Late parcel",
  createdAt: "2026-11-03T12:00:00Z",
  updatedAt: "2026-11-03T12:05:00Z",
};

export const participants = [
  { id: dana, name: "Dana S.", type: "CUSTOMER", addresses: [{ channel: "SMS", address: "+14155550123" }] },
  { id: ben, name: null, type: "HUMAN_AGENT", addresses: [{ channel: "SMS", address: "+18005550100" }] },
];

export const lines = [line(0, "Where is my parcel?"), line(1, "On its way."), line(2, "Thanks!")];

/** A conversation of which everything can be had. */
export const everything = {
  conversation: json(conversation),
  participants: listed("participants", participants),
  communications: listed("communications", lines),
  results: listed("items", [result("r1", { label: "positive" })]),
  operators: listed("items", [{ id: "intelligence_operator_1", displayName: "Sentiment", author: "TWILIO" }]),
} satisfies Replies;

/** The same conversation as Intelligence keeps it. */
export const copy = {
  ...conversation,
  channels: ["SMS"],
  participants: [{ id: dana, name: "Dana S.", type: "CUSTOMER", addressValues: ["+14155550123"] }],
  communications: lines.map(({ id, createdAt, content }) => ({ id, participantId: dana, content, createdAt })),
  operatorResultIds: [],
};
