import { writeTime } from "../compile/zone.ts";
import { intelligenceConfigurations } from "../sample/sets.ts";
import { callOf } from "./calls.ts";
import { SeededRandom } from "./chance.ts";
import { type Line, linesOf } from "./lines.ts";
import { type Person, participantsOf } from "./participants.ts";
import type { ConversationRow } from "./row.ts";
import { wordsOf } from "./words.ts";

export const conversationConfiguration = "conv_configuration_01k0samplesharedinbox00001";

/** The channels that Conversations v2 knows; it has no conversation that used another one. */
const channels = ["voice", "sms", "rcs", "whatsapp", "chat"];

/** Whether Conversations v2 has a conversation: e-mail and API traffic come into Intelligence by another way. */
export function isOrchestrated(row: ConversationRow): boolean {
  return row.channels.every((channel) => channels.includes(channel));
}

export function writeConversation(row: ConversationRow, accountId: string) {
  return {
    id: row.id,
    accountId,
    configurationId: conversationConfiguration,
    status: row.status,
    name: row.name,
    createdAt: writeTime(row.created),
    updatedAt: writeTime(row.created + row.duration * 1_000_000),
    configuration: {
      displayName: "Shared inbox",
      conversationGroupingType: "GROUP_BY_PROFILE",
      intelligenceConfigurationIds: [intelligenceConfigurations[row.byHuman ? 1 : 0]],
    },
  };
}

/** The participants as a list gives them: now and then without addresses and dates, as Twilio's lists do. */
export function writeParticipants(row: ConversationRow, accountId: string) {
  return participantsOf(row).map(({ id, name, type, profileId, addresses }) => ({
    id,
    conversationId: row.id,
    accountId,
    name,
    type,
    ...(profileId && { profileId }),
    ...(!new SeededRandom(`partial ${id}`).percent(4) && {
      addresses: addresses.map((one) => ({ ...one, ...channelIdOf(row, one.channel.toLowerCase()) })),
      createdAt: writeTime(row.created),
      updatedAt: writeTime(row.created),
    }),
  }));
}

/** A call has one id; a message has its own. */
function channelIdOf(row: ConversationRow, channel: string, message?: string): { channelId?: string } {
  if (channel === "voice") return { channelId: callOf(row.id) };
  return message ? { channelId: `SM${new SeededRandom(`message ${message}`).hex(32)}` } : {};
}

/** When a line was captured: what is said is written down a moment after. Never after the conversation's end. */
export function capturedAt(row: ConversationRow, line: Line): number {
  const chance = new SeededRandom(`captured ${line.id}`);
  const delay = line.channel === "voice" ? 300_000 + chance.below(1_500_000) : chance.below(200_000);
  const end = row.created + row.duration * 1_000_000;
  return Math.max(line.from, Math.min(end, (line.channel === "voice" ? line.to : line.from) + delay));
}

function deliveryOf(line: Line, chance: SeededRandom): { deliveryStatus?: string } {
  if (line.channel === "voice" || line.channel === "chat") return {};
  return { deliveryStatus: chance.percent(2) ? "FAILED" : chance.percent(70) ? "READ" : "DELIVERED" };
}

function contentOf(line: Line, inbound: boolean, chance: SeededRandom) {
  if (line.channel !== "voice") return { type: "TEXT", text: line.text };
  const confidence = Math.round((0.72 + 0.27 * Math.sqrt(chance.next())) * 1000) / 1000;
  const transcription = { channel: inbound ? 0 : 1, confidence, engine: "sample", words: wordsOf(line) };
  return { type: "TRANSCRIPTION", text: line.text, transcription };
}

function partyOf(person: Person, channel: string) {
  const wanted = channel.toUpperCase();
  const address = person.addresses.find((one) => one.channel === wanted)?.address ?? "";
  return { address, channel: wanted, participantId: person.id };
}

/** Now and then a row of the list has not all its times, as Twilio's lists do. */
function timesOf(row: ConversationRow, line: Line, chance: SeededRandom) {
  const captured = writeTime(capturedAt(row, line));
  const created = { createdAt: captured, updatedAt: captured };
  const occurred = { occurredAt: writeTime(line.from) };
  if (chance.percent(3)) return occurred;
  return chance.percent(3) ? created : { ...created, ...occurred };
}

function writeCommunication(row: ConversationRow, accountId: string, people: readonly Person[], line: Line) {
  const chance = new SeededRandom(`line ${line.id}`);
  const inbound = line.role === "CUSTOMER";
  const author = people.filter(({ type }) => type === line.role);
  const recipients = people.filter(({ type }) => (inbound ? type !== "CUSTOMER" : type === "CUSTOMER"));
  return {
    id: line.id,
    conversationId: row.id,
    accountId,
    author: author.map((person) => partyOf(person, line.channel))[0],
    content: contentOf(line, inbound, chance),
    ...channelIdOf(row, line.channel, line.id),
    recipients: recipients.map((person) => ({ ...partyOf(person, line.channel), ...deliveryOf(line, chance) })),
    ...timesOf(row, line, chance),
  };
}

/** The transcript in the order in which it was captured, which is nearly the order in which it was said. */
export function writeCommunications(row: ConversationRow, accountId: string) {
  const people = participantsOf(row);
  const lines = linesOf(row).map((line) => ({ line, at: capturedAt(row, line) }));
  return lines.sort((a, b) => a.at - b.at).map(({ line }) => writeCommunication(row, accountId, people, line));
}
