import { isUtf8 } from "node:buffer";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { closeBrace, closeBracket, colon, comma, openBrace, openBracket, quote } from "../json/json-bytes.ts";
import { type JsonScanner, jsonScanner, ScanError } from "../json/json-scan.ts";
import { sentence } from "../messages/sentence.ts";
import { placeOf } from "../messages/sentences.ts";

/**
 * A list of rows: the bytes of each, on one line, and how many of its items were no rows; of these, the lists, and how
 * many were null.
 */
export type RowList = { rows: Buffer[]; lost: number; lists: Buffer[]; nulls: number };

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
  /** Reads the list that begins at a byte, in slices; undefined where none begins there. */
  listAt(at: number): Slices<RowList | undefined>;
};

/** Work that is done slice by slice: between two of them, others may have their turn. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/** How much of a page is read at once, and how much at all. */
export type PageLimits = {
  /** One slice: bytes, and items of a list, each of which costs more than its bytes. */
  sliceBytes: number;
  sliceItems: number;
  /** A single value, which is read in one go. */
  valueBytes: number;
  rows: number;
};

const mebibyte = 1024 * 1024;

/** No row is known that is near the longest; the database behind such APIs gives half as many rows at once. */
export const usualLimits: PageLimits = {
  sliceBytes: mebibyte / 4,
  sliceItems: 2500,
  valueBytes: 8 * mebibyte,
  rows: 100_000,
};

/** A page of more than is taken at once; a smaller one may be. */
export class PageSizeError extends Error {
  override readonly name = "PageSizeError";
}

/** JSON, but no page. */
export class PageShapeError extends Error {
  override readonly name = "PageShapeError";
  readonly sentence: Sentence;
  constructor(sentence: Sentence) {
    super(sentence.text);
    this.sentence = sentence;
  }
}

/** The n of null. */
const firstOfNull = 0x6e;

/** Members beside the documented ones that are remembered; nothing is known that has so many. */
export const mostOthers = 50;

/** A row is one line of the spool; line ends can only stand between its parts, where they mean nothing. */
function oneLine(row: Buffer): Buffer {
  if (!row.includes(0x0a) && !row.includes(0x0d)) return row;
  return Buffer.from(row.filter((byte) => byte !== 0x0a && byte !== 0x0d));
}

/**
 * Cuts an answer into the rows of a page and what stands beside them. The rows stay the very bytes that came, so that no
 * digit of a long number is lost. It is done in slices, because a page of many tiny rows takes seconds.
 *
 * @throws ScanError where it is not JSON, PageShapeError where it is neither an object nor a list or `items` is something
 * else than a list, PageSizeError where it has too many rows or too long ones.
 */
export function* scanPage(bytes: Buffer, limits: PageLimits = usualLimits): Slices<ScannedPage> {
  const { sliceBytes, sliceItems, valueBytes, rows: mostRows } = limits;
  if (!isUtf8(bytes)) throw new ScanError(0);
  function parsed(from: number, to: number): unknown {
    if (to - from > valueBytes) throw new PageSizeError();
    return JSON.parse(bytes.toString("utf8", from, to));
  }
  const lined = bytes.includes(0x0a) || bytes.includes(0x0d);
  let json: JsonScanner = jsonScanner(bytes);
  /** The slice that is being read: where it ends, and where the bytes end that its last value may reach to. */
  let sliceEnd = 0;
  let sight = 0;

  /** Begins a slice at a byte. Its scanner does not see beyond it by more than a value. */
  function slice(from: number): void {
    sliceEnd = from + sliceBytes;
    sight = Math.min(bytes.length, sliceEnd + valueBytes);
    json = jsonScanner(bytes.subarray(0, sight));
  }

  /** The index behind the value that begins at `at`. */
  function valueEnd(at: number): number {
    try {
      return json.value(at);
    } catch (error) {
      // What did not end in sight goes on behind it.
      if (error instanceof ScanError && error.at >= sight && sight < bytes.length) throw new PageSizeError();
      throw error;
    }
  }

  /** Ends the slice. */
  function* turn(at: number): Slices<void> {
    yield;
    slice(at);
  }

  function* space(from: number): Slices<number> {
    for (let at = from; ; ) {
      at = json.space(at);
      if (at < sight || sight === bytes.length) return at;
      yield* turn(at);
    }
  }

  /** Goes through the list that begins at `from`; the index behind it. */
  function* items(from: number, take: (from: number, to: number) => void): Slices<number> {
    let at = yield* space(from + 1);
    if (bytes[at] === closeBracket) return at + 1;
    for (let count = 1; ; count += 1) {
      if (at >= sliceEnd || count % sliceItems === 0) yield* turn(at);
      const end = valueEnd(at);
      take(at, end);
      at = yield* space(end);
      if (bytes[at] === closeBracket) return at + 1;
      if (bytes[at] !== comma) throw new ScanError(at);
      at = yield* space(at + 1);
    }
  }

  function* list(from: number): Slices<RowList & { end: number }> {
    const rows: Buffer[] = [];
    const lists: Buffer[] = [];
    let lost = 0;
    let nulls = 0;
    const end = yield* items(from, (start, behind) => {
      const isRow = bytes[start] === openBrace;
      if (!isRow) lost += 1;
      if (bytes[start] === firstOfNull) nulls += 1;
      if (!isRow && bytes[start] !== openBracket) return;
      const kept = isRow ? rows : lists;
      if (kept.length === mostRows) throw new PageSizeError();
      kept.push(lined ? oneLine(bytes.subarray(start, behind)) : bytes.subarray(start, behind));
    });
    return { rows, lost, lists, nulls, end };
  }

  function* listAt(at: number): Slices<(RowList & { end: number }) | undefined> {
    if (bytes[at] !== openBracket) return undefined;
    slice(at);
    return yield* list(at);
  }

  const others = new Map<string, readonly [number, number]>();
  let found: RowList | null | undefined;
  let strangeItems = false;
  let meta: unknown;
  let domain: unknown;

  /** Keeps the member whose value begins at `from`; the index behind it. */
  function* member(key: string, from: number): Slices<number> {
    if (from >= sliceEnd) yield* turn(from);
    const isList = bytes[from] === openBracket;
    if (key === "items" && isList) {
      const { end, ...read } = yield* list(from);
      found = read;
      strangeItems = false;
      return end;
    }
    const end = isList ? yield* items(from, () => undefined) : valueEnd(from);
    if (key === "items") {
      found = null;
      strangeItems = parsed(from, end) !== null;
    } else if (key === "meta") meta = parsed(from, end);
    else if (key === "domain") domain = parsed(from, end);
    else if (others.size < mostOthers || others.has(key)) others.set(key, [from, end]);
    return end;
  }

  /** An answer that is no object: a list of rows alone is a page, too. */
  function* bare(from: number): Slices<ScannedPage> {
    const read = yield* listAt(from);
    if ((yield* space(read ? read.end : valueEnd(from))) !== bytes.length) throw new ScanError(from);
    if (!read) throw new PageShapeError(sentence("shapeType", { ...placeOf(""), expected: "object" }));
    const { end: _, ...items } = read;
    return { items, meta: undefined, domain: undefined, isBare: true, others: new Map(), listAt };
  }

  slice(0);
  let at = yield* space(0);
  if (bytes[at] !== openBrace) {
    return yield* bare(at);
  }
  at = yield* space(at + 1);
  while (bytes[at] !== closeBrace) {
    if (bytes[at] !== quote) throw new ScanError(at);
    if (at >= sliceEnd) yield* turn(at);
    const behindKey = valueEnd(at);
    const key = String(parsed(at, behindKey));
    at = yield* space(behindKey);
    if (bytes[at] !== colon) throw new ScanError(at);
    at = yield* space(yield* member(key, yield* space(at + 1)));
    if (bytes[at] === comma) {
      at = yield* space(at + 1);
      if (bytes[at] !== quote) throw new ScanError(at);
    } else if (bytes[at] !== closeBrace) throw new ScanError(at);
  }
  if ((yield* space(at + 1)) !== bytes.length) throw new ScanError(at + 1);
  if (strangeItems) throw new PageShapeError(sentence("shapeType", { ...placeOf("items"), expected: "array" }));
  return { items: found, meta, domain, isBare: false, others, listAt };
}
