import { channelIdPattern, conversationIdPattern } from "../../contract/conversation-id.ts";

/** An id that can be looked up: a conversation's own, or the SID of a call or a message that conversations have. */
export type TypedId = { kind: "conversation" | "channel"; id: string };

/**
 * What was typed or pasted into the find box.
 * - `ids`: ids, each once in their order; `others` are the words among several ids that are none.
 * - `phone`, `email`: what Twilio has no filter for.
 * - `text`: anything else, without blanks around it; "" for nothing.
 */
export type Typed =
  | { kind: "ids"; ids: readonly TypedId[]; others: readonly string[] }
  | { kind: "phone" | "email" | "text"; text: string };

/** More than a thousand ids with all that may stand between them; what is behind it is not read. */
export const mostTyped = 100_000;

/** Signs that lists, spreadsheets and code put around an id. */
const around = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

const ownId = /^conv_conversation_[A-Za-z0-9_-]{3,}$/i;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Long, with a digit, and of nothing but what ids are made of: no name and no word is written so. */
const longId = /^(?=.*\d)(?=.{20})[A-Za-z0-9_-]+$/;

/** The longest word, or address, that is looked at: every id, number and address is shorter. */
const longest = 320;

function readId(word: string): TypedId | undefined {
  if (word.length > longest) return undefined;
  const bare = word.replace(around, "");
  const sid = bare.slice(0, 2).toUpperCase() + bare.slice(2).toLowerCase();
  if (channelIdPattern.test(sid)) return { kind: "channel", id: sid };
  const isId = [ownId, uuid, longId].some((form) => form.test(bare)) && conversationIdPattern.test(bare);
  return isId ? { kind: "conversation", id: bare } : undefined;
}

/** With the signs that telephone numbers are written with, or nine digits and more in a row; a date is none. */
function isPhone(text: string): boolean {
  const bare = text.replace(/^(tel|sms|whatsapp|rcs):/i, "");
  const digits = bare.replace(/\D/g, "").length;
  if (!/^[+(]?[\d\s().\-/\u2010-\u2013]+$/.test(bare) || digits < 7 || digits > 15) return false;
  if (/^\d{4}-\d{2}-\d{2}\b/.test(bare)) return false;
  return /^\d+$/.test(bare) ? digits >= 9 : true;
}

function isEmail(text: string): boolean {
  return text.length <= longest && /^(mailto:)?[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/i.test(text);
}

/** Reads what was typed. One word is an id or none; several are ids when all of them are, or at least two. */
export function readTyped(typed: string): Typed {
  const text = typed.slice(0, mostTyped).trim();
  const words = text.split(/[\s,;|]+/).filter((word) => word !== "");
  const read = words.map((word) => ({ word, id: readId(word) }));
  const ids = new Map(read.flatMap(({ id }) => (id ? [[id.id, id] as const] : [])));
  const others = read.flatMap(({ word, id }) => (id ? [] : [word]));
  if (ids.size > 0 && (others.length === 0 || ids.size > 1)) return { kind: "ids", ids: [...ids.values()], others };
  if (isPhone(text)) return { kind: "phone", text };
  return { kind: isEmail(text) ? "email" : "text", text };
}
