import { writeTime } from "../compile/zone.ts";
import { intelligenceConfigurations } from "../sample/sets.ts";
import { callOf } from "./calls.ts";
import { SeededRandom } from "./chance.ts";
import { linesOf } from "./lines.ts";
import { participantsOf } from "./participants.ts";
import { resultsOf } from "./results.ts";
import type { ConversationRow } from "./row.ts";
import { capturedAt, conversationConfiguration, isOrchestrated } from "./write-v2.ts";

/** A conversation as Intelligence v3 lists it. */
export function writeIntelligenceItem(row: ConversationRow, accountId: string) {
  const people = participantsOf(row);
  const unused = !isOrchestrated(row) || new SeededRandom(`unused ${row.id}`).percent(4);
  return {
    id: row.id,
    accountId,
    name: row.name,
    status: row.status,
    createdAt: writeTime(row.created),
    updatedAt: writeTime(row.created + row.duration * 1_000_000),
    intelligenceConfigurationIds: [intelligenceConfigurations[row.byHuman ? 1 : 0]],
    conversationConfigurationId: unused ? "unused" : conversationConfiguration,
    channels: row.channels.map((channel) => channel.toUpperCase()),
    channelIds: row.channels.includes("voice") ? [callOf(row.id)] : [],
    participants: people.map(({ id, name, type, addresses }) => ({
      id,
      name,
      type,
      addressValues: [...new Set(addresses.map(({ address }) => address))],
    })),
    operatorResultIds: resultsOf(row, accountId).map(({ id }) => id),
  };
}

/** A conversation as Intelligence v3 has it: the whole transcript in one answer, no channel beside a line. */
export function writeIntelligenceConversation(row: ConversationRow, accountId: string) {
  const idOf = new Map(participantsOf(row).map(({ type, id }) => [type, id]));
  return {
    ...writeIntelligenceItem(row, accountId),
    communications: linesOf(row).map((line) => ({
      id: line.id,
      participantId: idOf.get(line.role),
      content: { text: line.text },
      createdAt: writeTime(capturedAt(row, line)),
    })),
  };
}
