import type { Account } from "../account.ts";
import { Params } from "../compile/params.ts";
import { channelSets } from "../sample/sets.ts";
import { SeededRandom } from "./chance.ts";
import { type ConversationRow, findConversation } from "./row.ts";

const prefix = "CA";
const digits = 32;

const chanceOf = (id: string): SeededRandom => new SeededRandom(`call ${id}`);

/** The SID of a conversation's call. */
export function callOf(id: string): string {
  return `${prefix}${chanceOf(id).hex(digits)}`;
}

/** Draws no more digits than it takes to tell: of nearly all conversations that is one. */
function isCallOf(id: string, sid: string): boolean {
  const chance = chanceOf(id);
  for (const digit of sid.slice(prefix.length)) if (chance.hex(1) !== digit) return false;
  return sid.length === prefix.length + digits && sid.startsWith(prefix);
}

/** The conversation of a call, unless it was deleted. Which call is whose is drawn and not stored, so all are gone through. */
export async function findByCall(account: Account, sid: string): Promise<ConversationRow | undefined> {
  const withVoice = channelSets.flatMap((set, code) => (set.includes("voice") ? [code] : []));
  const sql = `SELECT id FROM ${account.catalogue.table} WHERE channels IN (${withVoice.join(", ")})`;
  const { rows } = await account.query(sql, new Params());
  const [id] = rows.flatMap(([cell]) => (typeof cell === "string" && isCallOf(cell, sid) ? [cell] : []));
  return id === undefined ? undefined : findConversation(account, id);
}
