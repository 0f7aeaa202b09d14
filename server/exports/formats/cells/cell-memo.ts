/** Reads what stands from one index to another of the bytes of a spool. */
export type ReadCell<Value> = (bytes: Buffer, from: number, to: number) => Value;

type Known<Value> = { bytes: Buffer; value: Value };

/** More values than this are not few: a column of ids or times has a new one in each row. */
const most = 1000;
const longest = 200;
/** Places of the table, a power of two: at most a quarter of them is taken. */
const size = 4096;

function sumOf(bytes: Buffer, from: number, to: number): number {
  let sum = to - from;
  for (let at = from; at < to; at += 1) sum = Math.imul(sum, 31) + (bytes[at] ?? 0);
  // The upper bits too, for all bytes to have a say in the place.
  return sum ^ (sum >>> 12);
}

function isAt(known: Buffer, bytes: Buffer, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[from + at]) return false;
  return true;
}

/**
 * Remembers what a reader made of the cells of one column, by their bytes: for a status or a channel, of which there
 * are few, neither text nor value is made again. A column that turns out to have many is no longer remembered.
 *
 * @param read what it makes of the same bytes must always be the same, and nobody may change it: rows share it.
 */
export function cellMemo<Value>(read: ReadCell<Value>): ReadCell<Value> {
  let known: Known<Value>[] = [];
  // Holds one more than the index of what is known, 0 where a place is free.
  let places = new Uint16Array(size);

  function placeOf(bytes: Buffer, from: number, to: number): number {
    for (let place = sumOf(bytes, from, to) & (size - 1); ; place = (place + 1) & (size - 1)) {
      const one = known[(places[place] ?? 0) - 1];
      if (!one || isAt(one.bytes, bytes, from, to)) return place;
    }
  }

  return (bytes, from, to) => {
    if (places.length === 0 || to - from > longest) return read(bytes, from, to);
    const place = placeOf(bytes, from, to);
    const found = known[(places[place] ?? 0) - 1];
    if (found) return found.value;
    const value = read(bytes, from, to);
    if (known.length === most) {
      known = [];
      places = new Uint16Array(0);
    } else {
      places[place] = known.push({ bytes: Buffer.from(bytes.subarray(from, to)), value });
    }
    return value;
  };
}
