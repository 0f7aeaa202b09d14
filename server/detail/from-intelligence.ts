import type { Communication, ConversationFacts, Participant } from "../../contract/detail.ts";
import type { IntelligenceConversation } from "../twilio/intelligence-shapes.ts";

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}

export function factsOf({ id, name, status, channels, createdAt, updatedAt }: IntelligenceConversation) {
  return { id, name, status, channels, createdAt, updatedAt } satisfies ConversationFacts;
}

/** Intelligence lists addresses without their channels. */
export function participantsOf(conversation: IntelligenceConversation): Participant[] {
  return conversation.participants.filter(isThere).map(({ id, name, type, addressValues }) => ({
    id,
    name,
    type,
    addresses: addressValues.map((address) => ({ address, channel: undefined })),
  }));
}

/** Where the whole conversation has one channel, each of its lines has it; otherwise a line's channel is not known. */
export function communicationsOf(conversation: IntelligenceConversation): Communication[] {
  const channel = conversation.channels.length === 1 ? conversation.channels[0] : undefined;
  return conversation.communications.filter(isThere).map(({ id, participantId, content, createdAt }) => ({
    id,
    author: { participantId, address: undefined, channel },
    content: { type: undefined, text: content.text, transcription: { words: [], confidence: undefined } },
    createdAt,
    occurredAt: undefined,
  }));
}
