import { backslash, closeBrace, closeBracket, colon, comma, openBrace, openBracket, quote } from "./json-bytes.ts";

/** Finds where a JSON value ends without building it. Accepts exactly what JSON.parse accepts. */
export type JsonScanner = {
  /** The index of the first byte that is not white space, at or after `at`. */
  space(at: number): number;
  /** The index behind the string whose opening quote stands at `at`. */
  string(at: number): number;
  /** The index behind the value that begins at `at`. */
  value(at: number): number;
};

/** What does not read as JSON; the index says where. */
export class ScanError extends Error {
  override readonly name = "ScanError";
  readonly at: number;
  constructor(at: number) {
    super(`Not JSON at byte ${at}.`);
    this.at = at;
  }
}

/** Deeper than any row, and shallow enough for the stack. */
const deepest = 512;

const escapes = new Set([...'"\\/bfnrt'].map((sign) => sign.charCodeAt(0)));
const literals: Record<number, Uint8Array> = {
  116: Buffer.from("true"),
  102: Buffer.from("false"),
  110: Buffer.from("null"),
};

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

/** A scanner over UTF-8 bytes. Every method throws a ScanError where the bytes are not JSON. */
export function jsonScanner(bytes: Uint8Array): JsonScanner {
  const { length } = bytes;

  function space(from: number): number {
    let at = from;
    for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at])
      at += 1;
    return at;
  }

  /** The index of the last byte of the escape whose backslash stands at `at`. */
  function escapeEnd(at: number): number {
    const sign = bytes[at + 1] ?? 0;
    if (escapes.has(sign)) return at + 1;
    if (sign !== 0x75) throw new ScanError(at + 1);
    for (let digit = 2; digit <= 5; digit += 1) if (!isHex(bytes[at + digit])) throw new ScanError(at + digit);
    return at + 5;
  }

  function string(from: number): number {
    let at = from + 1;
    for (; at < length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) return at + 1;
      if (byte < 0x20) break;
      if (byte === backslash) at = escapeEnd(at);
    }
    throw new ScanError(at);
  }

  function digits(from: number): number {
    let at = from;
    while (isDigit(bytes[at])) at += 1;
    if (at === from) throw new ScanError(at);
    return at;
  }

  function number(from: number): number {
    let at = bytes[from] === 0x2d ? from + 1 : from;
    at = bytes[at] === 0x30 ? at + 1 : digits(at);
    if (bytes[at] === 0x2e) at = digits(at + 1);
    if (((bytes[at] ?? 0) | 0x20) !== 0x65) return at;
    at += 1;
    return digits(bytes[at] === 0x2b || bytes[at] === 0x2d ? at + 1 : at);
  }

  function literal(at: number, word: Uint8Array): number {
    for (let index = 0; index < word.length; index += 1) {
      if (bytes[at + index] !== word[index]) throw new ScanError(at + index);
    }
    return at + word.length;
  }

  function members(from: number, close: number, depth: number): number {
    if (depth > deepest) throw new ScanError(from);
    let at = space(from + 1);
    if (bytes[at] === close) return at + 1;
    for (;;) {
      if (close === closeBrace) {
        if (bytes[at] !== quote) throw new ScanError(at);
        at = space(string(at));
        if (bytes[at] !== colon) throw new ScanError(at);
        at = space(at + 1);
      }
      at = space(within(at, depth));
      if (bytes[at] === close) return at + 1;
      if (bytes[at] !== comma) throw new ScanError(at);
      at = space(at + 1);
    }
  }

  function within(at: number, depth: number): number {
    const byte = bytes[at] ?? 0;
    if (byte === quote) return string(at);
    if (byte === openBrace) return members(at, closeBrace, depth + 1);
    if (byte === openBracket) return members(at, closeBracket, depth + 1);
    const word = literals[byte];
    return word ? literal(at, word) : number(at);
  }

  return { space, string, value: (at) => within(at, 0) };
}
