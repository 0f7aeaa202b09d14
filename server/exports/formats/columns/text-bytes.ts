/** Turns the texts of a column into bytes that lie in one piece of memory, which serves one group of rows after another. */
export type TextBytes = {
  /** A new group begins: the bytes of the last one are no longer good. */
  begin(): void;
  /** The cells with bytes instead of texts, or as they are where a column has few different values. */
  encode(cells: unknown[]): unknown[];
};

/** Of so many cells, more than half must be different for a column to count as one of many values. */
const looked = 100;
/** Bytes of UTF-8 that a UTF-16 unit can take. */
const widest = 3;

/**
 * The writer of Parquet would make a piece of memory for each text, e.g. for each id. Of a column of few values it makes
 * a dictionary, for which it is quicker with the texts.
 */
export function textBytes(): TextBytes {
  let bytes = Buffer.allocUnsafeSlow(1024 * 1024);
  let length = 0;

  function room(more: number): void {
    if (length + more <= bytes.length) return;
    // What was encoded stays good: its cells hold on to the piece that they lie in.
    bytes = Buffer.allocUnsafeSlow(Math.max(more, 2 * bytes.length));
    length = 0;
  }

  return {
    begin() {
      length = 0;
    },
    encode(cells) {
      if (new Set(cells.slice(0, looked)).size <= looked / 2) return cells;
      return cells.map((cell) => {
        if (typeof cell !== "string") return cell;
        room(widest * cell.length);
        const from = length;
        length += bytes.write(cell, from);
        return new Uint8Array(bytes.buffer, from, length - from);
      });
    },
  };
}
