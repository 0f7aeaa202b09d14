import { isTooLarge } from "./refusals.ts";

/** Sizes that are tried instead of one whose page was too large. Few: a page that is too large is a costly try. */
const sizes = [100, 10] as const;

/**
 * How many rows a page may have instead, after one of so many has failed; undefined where that was not for its size, or
 * it was as small as it gets. A query's token carries the size of its pages, so smaller ones are those of another query.
 */
export function smallerPages(error: unknown, size: number): number | undefined {
  return isTooLarge(error) ? sizes.find((one) => one < size) : undefined;
}

/** Reads in pages of a size; where one is too large, all of it once more in smaller ones. */
export async function inSmallerPages<Read>(size: number, read: (size: number) => Promise<Read>): Promise<Read> {
  for (let now = size; ; ) {
    try {
      return await read(now);
    } catch (error) {
      const smaller = smallerPages(error, now);
      if (smaller === undefined) throw error;
      now = smaller;
    }
  }
}
