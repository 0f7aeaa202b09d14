import { writeTime } from "../compile/zone.ts";
import { intelligenceConfigurations, operatorIds, operators } from "../sample/sets.ts";
import { SeededRandom } from "./chance.ts";
import { type Line, linesOf } from "./lines.ts";
import { participantsOf } from "./participants.ts";
import { type ConversationRow, suffixOf } from "./row.ts";
import { topicOf } from "./script.ts";

const rules = [
  "intelligence_configurationrule_01k0sampleassistant0000001",
  "intelligence_configurationrule_01k0samplecontactcenter001",
];
const triggers: Record<string, string> = { ACTIVE: "COMMUNICATION", INACTIVE: "CONVERSATION_INACTIVE" };
const steps = ["greeting", "verification", "offer", "farewell"];

type Found = { format: string; lines: readonly Line[]; result: Record<string, unknown> };

function adherence(row: ConversationRow, label: string, lines: readonly Line[]): Found {
  const chance = new SeededRandom(`script adherence ${row.id}`);
  const [least, missed] = label === "adherent" ? [85, 0] : label === "partially_adherent" ? [50, 1] : [5, 3];
  const result = { adherence: label, score: least + chance.below(15), missed: steps.slice(steps.length - missed) };
  const spoken = lines.filter(({ role }) => role === "HUMAN_AGENT");
  return { format: "JSON", lines: spoken.length > 0 ? spoken : lines, result };
}

/** What was mentioned, word for word: the texts of the entities stand in the transcript. */
function mentioned(row: ConversationRow, lines: readonly Line[]): Found {
  const { order } = topicOf(row);
  const candidates = [
    { text: order, label: "ORDER_NUMBER" },
    { text: row.agent, label: "PERSON" },
  ];
  const entities = candidates.filter(({ text }) => lines.some((line) => line.text.includes(text)));
  return { format: "EXTRACTION", lines, result: { entities } };
}

/** What each operator found; nothing where the row says that it has no result. The texts are those of `classic`. */
function foundBy(operator: (typeof operators)[number], row: ConversationRow, lines: readonly Line[]): Found[] {
  if (operator === "Script Adherence") return row.adherence ? [adherence(row, row.adherence, lines)] : [];
  if (operator === "Sentiment") {
    return row.sentiment ? [{ format: "CLASSIFICATION", lines, result: { label: row.sentiment } }] : [];
  }
  if (!row.analysed) return [];
  if (operator === "Things Mentioned") return [mentioned(row, lines)];
  const text = `${row.name}: ${row.customer} talked with ${row.agent}; ${row.messages} messages.`;
  return [{ format: "TEXT", lines, result: { text } }];
}

/** The results of the operators about one conversation. */
export function resultsOf(row: ConversationRow, accountId: string) {
  const lines = linesOf(row);
  const people = participantsOf(row).map(({ id, profileId, type }) => ({ id, ...(profileId && { profileId }), type }));
  const configuration = row.byHuman ? 1 : 0;
  return operators.flatMap((operator, place) =>
    foundBy(operator, row, lines).map(({ format, lines: seen, result }) => ({
      id: `intelligence_operatorresult_${suffixOf(row.id)}${place}`,
      accountId,
      outputFormat: format,
      conversationId: row.id,
      dateCreated: writeTime(row.resultAt),
      referenceIds: seen.slice(-1).map(({ id }) => id),
      intelligenceConfiguration: {
        id: intelligenceConfigurations[configuration],
        ruleId: rules[configuration],
        version: 1,
      },
      operator: { id: operatorIds[operator], version: operator === "Things Mentioned" ? 3 : 1, parameters: {} },
      executionDetails: {
        trigger: {
          on: triggers[row.status] ?? "CONVERSATION_END",
          timestamp: writeTime(row.created + row.duration * 1_000_000),
        },
        communications: { first: seen[0]?.id, last: seen.at(-1)?.id },
        channels: row.channels.map((channel) => channel.toUpperCase()),
        participants: people,
      },
      metadata: {
        system: {
          resolvedModel: "sample-1",
          latencyMs: 400 + new SeededRandom(`latency ${row.id} ${place}`).below(2600),
          inputCharacters: seen.reduce((sum, { text }) => sum + text.length, 0),
          outputCharacters: JSON.stringify(result).length,
          inputTruncated: false,
        },
      },
      result,
    })),
  );
}
