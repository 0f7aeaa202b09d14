import { languages } from "../sample/sets.ts";
import { topicRows, topicsPerLanguage } from "../sample/topics.ts";
import { SeededRandom } from "./chance.ts";
import type { Role } from "./participants.ts";
import type { ConversationRow } from "./row.ts";
import { dialogues } from "./talk/talks.ts";
import type { Dialogue } from "./talk/types.ts";

/** One line: who says what. Lines of one answer follow one another closely. */
export type Spoken = { role: Role; text: string; goesOn: boolean };

const topics = topicRows();
/** What is written where no language can be recognised. */
const wordless = ["👍", "?", "4711", "🙂", "…", "1", "#12", "👋"];

/** What the conversation is about: its name says so, unless the name is an awkward one. */
export function topicOf(row: ConversationRow): { place: number; language: (typeof languages)[number]; order: string } {
  const named = topics.filter(({ topic }) => row.name.startsWith(`${topic} #`));
  const own = named.find(({ language }) => row.languages.some((one) => one === languages[language])) ?? named[0];
  const chance = new SeededRandom(`topic ${row.id}`);
  const language = (own && row.languages.find((one) => one === languages[own.language])) ?? row.languages[0] ?? "en";
  const order = / #(\d+)$/.exec(row.name)?.[1] ?? String(10000 + chance.below(90000));
  return { place: own?.place ?? chance.below(topicsPerLanguage), language, order };
}

/** Draws from a list without saying the same thing twice in a row. */
function drawer(chance: SeededRandom): (list: readonly string[]) => string {
  let last = "";
  return (list) => {
    const others = list.filter((one) => one !== last);
    last = chance.pick(others, list[0] ?? "");
    return last;
  };
}

function whole(role: Role, text: string): Spoken[] {
  return [{ role, text, goesOn: false }];
}

/** An answer: an AI's comes in fragments, a line for each sentence; a person says it in one go. */
function answer(role: Role, sentences: readonly string[], language: string): Spoken[] {
  const space = language === "ja" || language === "zh" ? "" : " ";
  if (role !== "AI_AGENT") return whole(role, sentences.join(space));
  return sentences.map((text, i) => ({ role, text, goesOn: i > 0 }));
}

/** How the customer feels at a point of the way from 0 to 1: mixed feelings begin badly and end well. */
function moods(sentiment: string | undefined, talk: Dialogue, progress: number): readonly string[] {
  if (sentiment === "positive") return [...talk.customer.details, ...talk.customer.happy];
  if (sentiment === "negative") return [...talk.customer.details, ...talk.customer.upset];
  if (sentiment === "mixed") return progress < 0.5 ? talk.customer.upset : talk.customer.happy;
  return talk.customer.details;
}

function byeOf(sentiment: string | undefined, { bye }: Dialogue["customer"]): string {
  if (sentiment === "positive" || sentiment === "mixed") return bye.good;
  return sentiment === "negative" ? bye.bad : bye.neutral;
}

function opening(row: ConversationRow, talk: Dialogue, topic: number): Spoken[] {
  const first: Role = row.byHuman ? "HUMAN_AGENT" : "AI_AGENT";
  const greeting = whole(first, row.byHuman ? talk.agent.greets : talk.assistant.greets);
  const request = whole("CUSTOMER", talk.customer.opens[topic] ?? "");
  // On the phone the one who answers speaks first; elsewhere the customer has written first.
  return row.channels[0] === "voice" ? [...greeting, ...request] : [...request, ...greeting];
}

function closing(row: ConversationRow, talk: Dialogue): Spoken[] {
  if (row.status === "ACTIVE") return [];
  const last: Role = row.byHuman || row.escalated ? "HUMAN_AGENT" : "AI_AGENT";
  return [...whole("CUSTOMER", byeOf(row.sentiment, talk.customer)), ...whole(last, talk.agent.bye)];
}

function writeWordless(row: ConversationRow, chance: SeededRandom): Spoken[] {
  const agent: Role = row.byHuman ? "HUMAN_AGENT" : "AI_AGENT";
  const say = drawer(chance);
  return Array.from({ length: row.messages }, (_, i) => ({
    role: i % 2 === 0 ? "CUSTOMER" : agent,
    text: say(wordless),
    goesOn: false,
  }));
}

/** What is said, in exactly as many lines as the conversation has messages. */
export function writeScript(row: ConversationRow): Spoken[] {
  const chance = new SeededRandom(`script ${row.id}`);
  const say = drawer(chance);
  if (row.languages.length === 0) return writeWordless(row, chance);
  const { place, language, order } = topicOf(row);
  const end = closing(row, dialogues[language]).slice(0, Math.floor(row.messages / 3));
  const lines = opening(row, dialogues[language], place);
  const handOver = row.escalated ? Math.floor(row.messages / 2) : Number.POSITIVE_INFINITY;
  let agent: Role = row.byHuman ? "HUMAN_AGENT" : "AI_AGENT";
  let solved = false;
  while (lines.length < row.messages - end.length) {
    // Who speaks two languages changes over half way.
    const other = row.languages.find((one) => one !== language) ?? language;
    const spoken = lines.length * 2 > row.messages ? other : language;
    const talk = dialogues[spoken];
    if (agent === "AI_AGENT" && lines.length >= handOver) {
      agent = "HUMAN_AGENT";
      lines.push(...whole("AI_AGENT", talk.assistant.handsOver), ...whole(agent, talk.agent.greets));
    } else if (lines.at(-1)?.role !== "CUSTOMER") {
      lines.push(...whole("CUSTOMER", say(moods(row.sentiment, talk, lines.length / row.messages))));
    } else if (!solved && lines.length * 3 > row.messages) {
      solved = true;
      lines.push(...answer(agent, talk.agent.solves[place] ?? [], spoken));
    } else if (agent === "AI_AGENT" && chance.percent(40)) {
      lines.push(...answer(agent, [say(talk.agent.acts), say(talk.agent.asks)], spoken));
    } else {
      lines.push(...whole(agent, say(chance.percent(50) ? talk.agent.acts : talk.agent.asks)));
    }
  }
  const all = [...lines.slice(0, row.messages - end.length), ...end];
  return all.map((line) => ({ ...line, text: fill(line.text, row, line.role, order) }));
}

function fill(text: string, row: ConversationRow, role: Role, order: string): string {
  const tookOver = row.escalated && role === "HUMAN_AGENT";
  return text.replaceAll("{order}", order).replaceAll("{agent}", tookOver ? "Robin" : row.agent);
}
