import type { ListReading } from "./readings.ts";

/** A member of a list: null stands for a member that the account writes as missing. */
export type Member = string | number | boolean | null;

/** As a sentence lists several: a word or a sign between the last two, and commas, which may also stand before the word. */
const inProse = /\s*[,;]?\s+(?:and|und|et|y|e|&)\s+|\s*[,;]\s+/i;

const separators = {
  "comma-text": ",",
  "semicolon-text": ";",
  "pipe-text": "|",
  "slash-text": "/",
  "plus-text": "+",
  "ampersand-text": "&",
  "blank-text": " ",
  "prose-text": inProse,
} as const;

export type JoinedReading = keyof typeof separators;

export function isJoined(reading: ListReading): reading is JoinedReading {
  return Object.hasOwn(separators, reading);
}

/** The parts of a joined text, without the blanks around them. */
export function joinedParts(reading: JoinedReading, text: string): string[] {
  return text.split(separators[reading]).map((part) => part.trim());
}

function isMember(value: unknown): value is Member {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a text that is a JSON array of plain values; undefined for every other text. */
function jsonMembers(text: string): Member[] | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(isMember) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** What stands for one sign behind a backslash in a quoted text of ClickHouse; any other sign stands for itself. */
const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", "0": "\0" };

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? sign);
}

/** One member and what ends it: in single or double quotes, or bare. */
const quotedMember = /\s*(?:'((?:[^'\\]|\\.|'')*)'|"((?:[^"\\]|\\.)*)"|([^'"[\]{},\s]+))\s*(,|$)/gsy;

function readMember(match: RegExpExecArray): Member {
  const [, single, double, bare = ""] = match;
  if (single !== undefined) return unescaped(single.replaceAll("''", "'"));
  if (double !== undefined) return unescaped(double);
  return /^null$/i.test(bare) ? null : bare;
}

/** The members between a pair of brackets; undefined where something else stands there. */
function membersBetween(text: string, open: string, close: string): Member[] | undefined {
  if (!text.startsWith(open) || !text.endsWith(close) || text.length < 2) return undefined;
  const inner = text.slice(1, -1);
  if (inner.trim() === "") return [];
  const members: Member[] = [];
  quotedMember.lastIndex = 0;
  for (;;) {
    const match = quotedMember.exec(inner);
    if (!match) return undefined;
    members.push(readMember(match));
    if (match[4] === "") return members;
  }
}

/** Names that objects give to what a person would call the value. */
const valueNames = ["name", "value", "label", "code", "key", "id"];

/** The value that an object stands for: its only one, or the one that is named like a value. */
function objectMember(object: object): Member | undefined {
  const entries = Object.entries(object);
  const only = entries.length === 1 ? entries[0] : undefined;
  const named = valueNames.flatMap((name) => entries.filter(([key]) => key.toLowerCase() === name));
  const [, value]: [string, unknown] = only ?? named[0] ?? ["", undefined];
  return isMember(value) ? value : undefined;
}

function objectMembers(cell: unknown): Member[] | undefined {
  if (!Array.isArray(cell) || !cell.every(isPlainObject)) return undefined;
  const members = cell.map(objectMember).filter((member) => member !== undefined);
  return members.length === cell.length ? members : undefined;
}

/** The members of an object by their places, as PHP writes some lists; an object without any is an empty list. */
function placedMembers(cell: unknown): Member[] | undefined {
  if (!isPlainObject(cell)) return Array.isArray(cell) && cell.every(isMember) ? cell : undefined;
  const members: [string, unknown][] = Object.entries(cell);
  const values = members.flatMap(([name, value], place) => (name === String(place) && isMember(value) ? [value] : []));
  return values.length === members.length ? values : undefined;
}

function flagMembers(cell: unknown): Member[] | undefined {
  if (!isPlainObject(cell)) return undefined;
  const flags: [string, unknown][] = Object.entries(cell);
  if (!flags.every(([, flag]) => typeof flag === "boolean")) return undefined;
  return flags.filter(([, flag]) => flag === true).map(([name]) => name);
}

/** The members of a cell as a reading sees them; undefined where the cell is not written so. */
export function listMembers(reading: ListReading, cell: unknown): Member[] | undefined {
  if (reading === "objects") return objectMembers(cell);
  if (reading === "flags") return flagMembers(cell);
  if (reading === "places") return placedMembers(cell);
  if (typeof cell !== "string") return undefined;
  // Where lists are texts, no text is no member.
  if (cell === "") return [];
  if (isJoined(reading)) return joinedParts(reading, cell).filter((part) => part !== "");
  if (reading === "json-text") return jsonMembers(cell);
  return reading === "quoted-text" ? membersBetween(cell, "[", "]") : membersBetween(cell, "{", "}");
}

/** Writes the list of a cell as a JSON array; undefined where the cell is not written as the reading says. */
export function writeList(reading: ListReading, cell: unknown): string | undefined {
  const members = listMembers(reading, cell);
  if (!members) return undefined;
  // The text itself keeps the digits of long numbers. A row is one line, and half a character can only be escaped.
  if (reading === "json-text" && typeof cell === "string" && cell !== "" && !/[\n\r\p{Cs}]/u.test(cell)) return cell;
  return JSON.stringify(members);
}

/**
 * The texts that hold any of the wanted members: to an account whose lists are text, a comparison with one member matches
 * only the texts of that member alone.
 *
 * @param texts every text of the field that was seen, as the account writes it.
 */
export function listTexts(wanted: readonly string[], texts: readonly string[], reading: ListReading): string[] {
  const set = new Set(wanted);
  return texts.filter((text) => listMembers(reading, text)?.some((member) => set.has(String(member))) ?? set.has(text));
}
