import type { Account } from "../account.ts";
import { profileId, resultTime } from "../catalogue/classic-columns.ts";
import { Params } from "../compile/params.ts";
import { adherences, channelSets, languageSets, type languages, sentiments, statuses } from "../sample/sets.ts";
import { SeededRandom } from "./chance.ts";

type Language = (typeof languages)[number];

/** A conversation as the account's table has it, in words. Times are microseconds since 1970, lengths are seconds. */
export type ConversationRow = {
  id: string;
  created: number;
  name: string;
  customer: string;
  agent: string;
  profileId: string;
  byHuman: boolean;
  escalated: boolean;
  analysed: boolean;
  channels: readonly string[];
  languages: readonly Language[];
  status: string;
  sentiment: string | undefined;
  adherence: string | undefined;
  wait: number;
  duration: number;
  messages: number;
  /** When the operators gave their results. */
  resultAt: number;
};

/** Twilio's own operators' ids, the account's, and results' ids are made of the conversation's id without its last digit. */
export function suffixOf(id: string): string {
  return id.slice("conv_conversation_".length, -1);
}

const columns = `c.id, c.created, c.name, c.customer, c.agent, ${profileId} AS profile, c.agent_kind, c.escalated,
  c.analysed, c.channels, c.languages, c.status, c.sentiment, c.adherence, c.wait, c.duration, c.messages,
  ${resultTime} AS result_at`;

function label(labels: readonly string[], code: unknown): string | undefined {
  return typeof code === "number" ? labels[code] : undefined;
}

function readRow(names: readonly string[], values: readonly unknown[]): ConversationRow {
  const cells = new Map(names.map((name, i) => [name, values[i]]));
  const number = (name: string) => Number(cells.get(name));
  const text = (name: string) => String(cells.get(name));
  return {
    id: text("id"),
    created: number("created"),
    name: text("name"),
    customer: text("customer"),
    agent: text("agent"),
    profileId: text("profile"),
    byHuman: number("agent_kind") === 1,
    escalated: cells.get("escalated") === true,
    analysed: cells.get("analysed") === true,
    channels: channelSets[number("channels")] ?? [],
    languages: languageSets[number("languages")] ?? [],
    status: label(statuses, cells.get("status"))?.toUpperCase() ?? "",
    sentiment: label(sentiments, cells.get("sentiment")),
    adherence: label(adherences, cells.get("adherence")),
    wait: number("wait"),
    duration: number("duration"),
    messages: number("messages"),
    resultAt: number("result_at"),
  };
}

/** Deleted in Orchestrator: the conversationApis no longer have it, Insights still does. */
function isDeleted(id: string): boolean {
  return new SeededRandom(`deleted ${id}`).percent(1);
}

async function readAll(account: Account, where: string, params: Params): Promise<ConversationRow[]> {
  const sql = `SELECT ${columns} FROM ${account.catalogue.table} c CROSS JOIN (SELECT 1 AS role) pa ${where}`;
  const { names, rows } = await account.query(sql, params);
  return rows.map((row) => readRow(names, row));
}

async function readRows(account: Account, where: string, params: Params): Promise<ConversationRow[]> {
  return (await readAll(account, where, params)).filter(({ id }) => !isDeleted(id));
}

/** Finds a conversation, unless it was deleted. */
export async function findConversation(account: Account, id: string): Promise<ConversationRow | undefined> {
  const params = new Params();
  const [row] = await readRows(account, `WHERE c.id = ${params.text(id)}`, params);
  return row;
}

/** So many conversations, newest first, created before a moment, and those among them that were not deleted. */
export async function conversationsBefore(
  account: Account,
  before: number,
  limit: number,
): Promise<{ read: number; last: number | undefined; rows: ConversationRow[] }> {
  const params = new Params();
  const where = `WHERE c.created < ${params.integer(before)} ORDER BY c.created DESC LIMIT ${params.integer(limit)}`;
  const all = await readAll(account, where, params);
  return { read: all.length, last: all.at(-1)?.created, rows: all.filter(({ id }) => !isDeleted(id)) };
}

/** So many conversations with results, newest first, created before a moment. */
export function conversationsWithResults(account: Account, before: number, limit: number): Promise<ConversationRow[]> {
  const params = new Params();
  const where = `WHERE c.analysed AND c.created < ${params.integer(before)} ORDER BY c.created DESC LIMIT ${params.integer(limit)}`;
  return readRows(account, where, params);
}
