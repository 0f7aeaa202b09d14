import { isUtf8 } from "node:buffer";
import { limits } from "../../contract/limits.ts";
import type { Sentence } from "../../contract/messages/sentence.ts";
import { closeBrace, closeBracket, colon, comma, openBrace, openBracket, quote } from "../json/json-bytes.ts";
import { jsonScanner, ScanError } from "../json/json-scan.ts";
import { sentence } from "../messages/sentence.ts";

/** Why a body is not read. */
export class BodyError extends Error {
  override readonly name = "BodyError";
  readonly why: Sentence;
  constructor(why: Sentence) {
    super(why.text);
    this.why = why;
  }
}

/** Deeper than anything that is asked here. */
const deepest = 16;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Goes through the bytes once before anything is made of them: what is refused for its size or its depth costs no more
 * than this.
 *
 * @throws ScanError, BodyError
 */
function examine(bytes: Buffer): void {
  const scan = jsonScanner(bytes);
  let values = 0;

  function key(at: number, known: Set<string>): number {
    if (bytes[at] !== quote) throw new ScanError(at);
    const end = scan.string(at);
    const text = bytes.toString("utf8", at + 1, end - 1);
    const name = text.includes("\\") ? String(JSON.parse(`"${text}"`)) : text;
    if (known.has(name)) throw new BodyError(sentence("requestKeyTwice"));
    known.add(name);
    if (known.size > limits.bodyKeys) throw new BodyError(sentence("requestTooManyKeys", { most: limits.bodyKeys }));
    const next = scan.space(end);
    if (bytes[next] !== colon) throw new ScanError(next);
    return scan.space(next + 1);
  }

  function members(from: number, close: number, depth: number): number {
    if (depth > deepest) throw new BodyError(sentence("requestTooDeep"));
    const known = new Set<string>();
    let at = scan.space(from + 1);
    if (bytes[at] === close) return at + 1;
    for (;;) {
      if (close === closeBrace) at = key(at, known);
      at = scan.space(value(at, depth));
      if (bytes[at] === close) return at + 1;
      if (bytes[at] !== comma) throw new ScanError(at);
      at = scan.space(at + 1);
    }
  }

  function value(at: number, depth: number): number {
    values += 1;
    if (values > limits.bodyValues) {
      throw new BodyError(sentence("requestTooManyValues", { most: limits.bodyValues }));
    }
    if (bytes[at] === openBrace) return members(at, closeBrace, depth + 1);
    if (bytes[at] === openBracket) return members(at, closeBracket, depth + 1);
    return scan.value(at);
  }

  const end = scan.space(value(scan.space(0), 0));
  if (end < bytes.length) throw new ScanError(end);
}

/**
 * Reads JSON of which every byte counts: in UTF-8 without a mistake, each key of an object once, not deeper and not more
 * than anything that is asked here.
 *
 * @throws BodyError with a sentence that says what is wrong.
 */
export function readJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new BodyError(sentence("requestNotUtf8"));
  const json = bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
  try {
    examine(json);
    return JSON.parse(json.toString("utf8"));
  } catch (error) {
    throw error instanceof BodyError ? error : new BodyError(sentence("requestNotJson"));
  }
}
