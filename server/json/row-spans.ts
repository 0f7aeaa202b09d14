import { backslash, closeBrace, colon, comma, openBrace, quote } from "./json-bytes.ts";
import type { JsonScanner } from "./json-scan.ts";

/** Where the cells of one row stand among the bytes: from `from[i]` to `to[i]`; both -1 where the row has no such field. */
export type RowSpans = {
  from: Int32Array;
  to: Int32Array;
  /** Where the cell's key begins, with its quote, and how long it is, quotes included. */
  keyFrom: Int32Array;
  keyLength: Int32Array;
  /** Finds the cells of the row that begins at `at`; the index behind the row. */
  read(bytes: Buffer, json: JsonScanner, at: number): number;
};

type KnownKey = { bytes: Buffer; place: number };

function startsWith(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index += 1) if (bytes[at + index] !== wanted[index]) return false;
  return true;
}

/**
 * Finds the cells of some fields without parsing the rows. Rows of one query have the same keys in the same order, so the
 * keys of the row before are looked for first. Of a key that comes twice the last one counts, as for JSON.parse.
 *
 * @param isFirstEnough stops where every field has been found once: `read` then answers an index within the row.
 */
export function rowSpans(fields: readonly string[], isFirstEnough = false): RowSpans {
  const places = new Map(fields.map((field, place) => [field, place]));
  const from = new Int32Array(fields.length);
  const to = new Int32Array(fields.length);
  const keyFrom = new Int32Array(fields.length);
  const keyLength = new Int32Array(fields.length);
  const usual: KnownKey[] = [];

  function newKey(bytes: Buffer, at: number, end: number): KnownKey {
    const key = bytes.subarray(at, end);
    const text = key.toString("utf8");
    const field: unknown = key.includes(backslash) ? JSON.parse(text) : text.slice(1, -1);
    return { bytes: Buffer.from(key), place: places.get(String(field)) ?? -1 };
  }

  function knownKey(bytes: Buffer, json: JsonScanner, at: number, number: number): KnownKey {
    const known = usual[number];
    if (known && startsWith(bytes, at, known.bytes)) return known;
    const found = newKey(bytes, at, json.string(at));
    usual[number] = found;
    return found;
  }

  function read(bytes: Buffer, json: JsonScanner, start: number): number {
    from.fill(-1);
    to.fill(-1);
    if (bytes[start] !== openBrace) throw new Error("The bytes are not a row.");
    let at = json.space(start + 1);
    let left = isFirstEnough ? fields.length : Number.POSITIVE_INFINITY;
    for (let number = 0; bytes[at] === quote; number += 1) {
      const { bytes: key, place } = knownKey(bytes, json, at, number);
      const keyAt = at;
      at = json.space(at + key.length);
      if (bytes[at] !== colon) throw new Error("The bytes are not a row.");
      at = json.space(at + 1);
      const end = json.value(at);
      if (place >= 0) {
        if (from[place] === -1) left -= 1;
        from[place] = at;
        to[place] = end;
        keyFrom[place] = keyAt;
        keyLength[place] = key.length;
      }
      if (left === 0) return end;
      at = json.space(end);
      if (bytes[at] === comma) at = json.space(at + 1);
    }
    if (bytes[at] !== closeBrace) throw new Error("The bytes are not a row.");
    return json.space(at + 1);
  }

  return { from, to, keyFrom, keyLength, read };
}
