/** Counts the records of a CSV as it passes by. */
export type RecordCounter = { add(bytes: Uint8Array): void; readonly records: number };

const quote = 0x22;
const lineFeed = 0x0a;

/**
 * Counts records by their line ends, header included; a line end inside quotes belongs to a cell. Works on UTF-8 bytes,
 * where neither sign can be part of another character. A doubled quote closes and opens, which changes nothing.
 */
export function countRecords(): RecordCounter {
  let quoted = false;
  let records = 0;
  return {
    add(bytes) {
      for (const byte of bytes) {
        if (byte === quote) quoted = !quoted;
        else if (byte === lineFeed && !quoted) records += 1;
      }
    },
    get records() {
      return records;
    },
  };
}
