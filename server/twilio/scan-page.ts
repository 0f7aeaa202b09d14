import { isUtf8 } from "node:buffer";
import type { Sentence } from "../../contract/sentence.ts";
import { sentence } from "../sentence.ts";
import { placeOf } from "../sentences.ts";
import { closeBrace, closeBracket, colon, comma, openBrace, openBracket, quote } from "./json-bytes.ts";
import { jsonScanner, ScanError } from "./json-scan.ts";

/** A list of rows: the bytes of each, on one line, and how many of its items were no rows. */
export type RowList = { rows: Buffer[]; lost: number };

/** What an object that may be a page holds. Of a key that comes twice the last one counts, as for JSON.parse. */
export type ScannedPage = {
  /** Null where `items` are null. */
  items: RowList | null | undefined;
  meta: unknown;
  domain: unknown;
  /** Whether the answer is a list of rows alone. */
  isBare: boolean;
  /** Where the values of the first other members begin and end. */
  others: ReadonlyMap<string, readonly [from: number, to: number]>;
  /** Reads the list that begins at a byte; undefined where none begins there. */
  listAt(at: number): RowList | undefined;
};

/** JSON, but no page. */
export class PageShapeError extends Error {
  override readonly name = "PageShapeError";
  readonly sentence: Sentence;
  constructor(sentence: Sentence) {
    super(sentence.text);
    this.sentence = sentence;
  }
}

/** Members beside the documented ones that are remembered; nothing is known that has so many. */
export const mostOthers = 50;

/** A row is one line of the spool; line ends can only stand between its parts, where they mean nothing. */
function oneLine(row: Buffer): Buffer {
  if (!row.includes(0x0a) && !row.includes(0x0d)) return row;
  return Buffer.from(row.filter((byte) => byte !== 0x0a && byte !== 0x0d));
}

/**
 * Cuts an answer into the rows of a page and what stands beside them. The rows stay the very bytes that came, so that no
 * digit of a long number is lost.
 *
 * @throws ScanError where it is not JSON, PageShapeError where it is neither an object nor a list, or `items` is something
 * else than a list.
 */
export function scanPage(bytes: Buffer): ScannedPage {
  if (!isUtf8(bytes)) throw new ScanError(0);
  const json = jsonScanner(bytes);
  const parsed = (from: number, to: number): unknown => JSON.parse(bytes.toString("utf8", from, to));
  const lined = bytes.includes(0x0a) || bytes.includes(0x0d);

  function list(from: number): RowList & { end: number } {
    const rows: Buffer[] = [];
    let lost = 0;
    let at = json.space(from + 1);
    if (bytes[at] === closeBracket) return { rows, lost, end: at + 1 };
    for (;;) {
      const end = json.value(at);
      if (bytes[at] === openBrace) rows.push(lined ? oneLine(bytes.subarray(at, end)) : bytes.subarray(at, end));
      else lost += 1;
      at = json.space(end);
      if (bytes[at] === closeBracket) return { rows, lost, end: at + 1 };
      if (bytes[at] !== comma) throw new ScanError(at);
      at = json.space(at + 1);
    }
  }

  const listAt = (at: number): RowList | undefined => (bytes[at] === openBracket ? list(at) : undefined);
  const others = new Map<string, readonly [number, number]>();
  let items: RowList | null | undefined;
  let strangeItems = false;
  let meta: unknown;
  let domain: unknown;

  /** Keeps the member whose value begins at `from`; the index behind it. */
  function member(key: string, from: number): number {
    if (key === "items" && bytes[from] === openBracket) {
      const { end, ...read } = list(from);
      items = read;
      strangeItems = false;
      return end;
    }
    const end = json.value(from);
    if (key === "items") {
      items = null;
      strangeItems = parsed(from, end) !== null;
    } else if (key === "meta") meta = parsed(from, end);
    else if (key === "domain") domain = parsed(from, end);
    else if (others.size < mostOthers || others.has(key)) others.set(key, [from, end]);
    return end;
  }

  let at = json.space(0);
  if (bytes[at] !== openBrace) {
    if (json.space(json.value(at)) !== bytes.length) throw new ScanError(at);
    if (bytes[at] === openBracket) {
      const { end: _, ...read } = list(at);
      return { items: read, meta: undefined, domain: undefined, isBare: true, others: new Map(), listAt };
    }
    throw new PageShapeError(sentence("shapeType", { ...placeOf(""), expected: "object" }));
  }
  at = json.space(at + 1);
  while (bytes[at] !== closeBrace) {
    if (bytes[at] !== quote) throw new ScanError(at);
    const behindKey = json.string(at);
    const key = String(parsed(at, behindKey));
    at = json.space(behindKey);
    if (bytes[at] !== colon) throw new ScanError(at);
    at = json.space(member(key, json.space(at + 1)));
    if (bytes[at] === comma && bytes[json.space(at + 1)] === quote) at = json.space(at + 1);
    else if (bytes[at] !== closeBrace) throw new ScanError(at);
  }
  if (json.space(at + 1) !== bytes.length) throw new ScanError(at + 1);
  if (strangeItems) throw new PageShapeError(sentence("shapeType", { ...placeOf("items"), expected: "array" }));
  return { items, meta, domain, isBare: false, others, listAt };
}
