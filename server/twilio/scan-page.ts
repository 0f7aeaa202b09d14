import { isUtf8 } from "node:buffer";
import { pageSchema } from "../../contract/page.ts";
import type { Sentence } from "../../contract/sentence.ts";
import { sentence } from "../sentence.ts";
import { placeOf } from "../sentences.ts";
import { closeBrace, closeBracket, colon, comma, openBrace, openBracket, quote } from "./json-bytes.ts";
import { jsonScanner, ScanError } from "./json-scan.ts";

/** A page whose rows are the very bytes that came, so that no digit of a long number is lost. */
export type RawPage = {
  rows: Buffer[];
  nextToken: string | undefined;
};

/** A page that is JSON but not of the documented shape. */
export class PageShapeError extends Error {
  override readonly name = "PageShapeError";
  readonly sentence: Sentence;
  constructor(sentence: Sentence) {
    super(sentence.text);
    this.sentence = sentence;
  }
}

/** A row is one line of the spool; line ends can only stand between its parts, where they mean nothing. */
function oneLine(row: Buffer): Buffer {
  if (!row.includes(0x0a) && !row.includes(0x0d)) return row;
  return Buffer.from(row.filter((byte) => byte !== 0x0a && byte !== 0x0d));
}

/**
 * Cuts a page into its rows.
 *
 * @throws ScanError where it is not JSON, PageShapeError where `items` or `meta` are not what is documented.
 */
export function scanPage(bytes: Buffer): RawPage {
  if (!isUtf8(bytes)) throw new ScanError(0);
  const json = jsonScanner(bytes);
  const text = (from: number, to: number) => bytes.toString("utf8", from, to);
  const lined = bytes.includes(0x0a) || bytes.includes(0x0d);
  let rows: Buffer[] | undefined;
  let meta: unknown;

  function items(from: number): number {
    if (bytes[from] !== openBracket)
      throw new PageShapeError(sentence("shapeType", { ...placeOf("items"), expected: "array" }));
    rows = [];
    let at = json.space(from + 1);
    if (bytes[at] === closeBracket) return at + 1;
    for (;;) {
      if (bytes[at] !== openBrace)
        throw new PageShapeError(sentence("shapeType", { ...placeOf(`items[${rows.length}]`), expected: "object" }));
      const end = json.value(at);
      const row = bytes.subarray(at, end);
      rows.push(lined ? oneLine(row) : row);
      at = json.space(end);
      if (bytes[at] === closeBracket) return at + 1;
      if (bytes[at] !== comma) throw new ScanError(at);
      at = json.space(at + 1);
    }
  }

  let at = json.space(0);
  if (bytes[at] !== openBrace) {
    json.value(at);
    throw new PageShapeError(sentence("shapeType", { ...placeOf(""), expected: "object" }));
  }
  at = json.space(at + 1);
  while (bytes[at] !== closeBrace) {
    if (bytes[at] !== quote) throw new ScanError(at);
    const behindKey = json.string(at);
    const key: unknown = JSON.parse(text(at, behindKey));
    at = json.space(behindKey);
    if (bytes[at] !== colon) throw new ScanError(at);
    at = json.space(at + 1);
    const end = key === "items" ? items(at) : json.value(at);
    if (key === "meta") meta = JSON.parse(text(at, end));
    at = json.space(end);
    if (bytes[at] === comma && bytes[json.space(at + 1)] === quote) at = json.space(at + 1);
    else if (bytes[at] !== closeBrace) throw new ScanError(at);
  }
  if (json.space(at + 1) !== bytes.length) throw new ScanError(at + 1);
  const known = pageSchema.shape.meta.safeParse(meta);
  if (!rows) throw new PageShapeError(sentence("shapeMissing", { ...placeOf("items"), expected: "array" }));
  if (!known.success) throw new PageShapeError(sentence("shapeMeta"));
  return { rows, nextToken: known.data.nextToken || undefined };
}
