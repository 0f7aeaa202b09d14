import type { Row } from "../../../../contract/page.ts";

/** Rows that come in batches, handed out one by one. */
export type RowSource = {
  /** Whether there is a row to take. */
  held(): boolean;
  /** Waits for a row to take; false when there is none any more. */
  more(): Promise<boolean>;
  /** The next row. @throws RangeError where none is held. */
  take(): Row;
};

export function rowSource(batches: AsyncGenerator<Row[]>): RowSource {
  let batch: Row[] = [];
  let next = 0;
  return {
    held: () => next < batch.length,
    async more() {
      while (next >= batch.length) {
        const read = await batches.next();
        if (read.done) return false;
        batch = read.value;
        next = 0;
      }
      return true;
    },
    take() {
      const row = batch[next];
      if (!row) throw new RangeError("no row is held");
      next += 1;
      return row;
    },
  };
}
