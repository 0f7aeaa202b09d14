import type { Row } from "../../contract/page.ts";
import { rowKey } from "../api/row-key.ts";
import { nothingTold, type Told } from "../api/told.ts";

/** Pages shift by as many rows as arrive in the meantime, so a repeated row was read shortly before. */
const mostRecent = 4000;
const mostSkipped = 2000;

/** What is left of a page, and what was taken out of it. */
export type FilteredPage = {
  kept: Row[];
  outside: number;
  repeated: readonly string[];
  keys: readonly string[];
  /** Dimensions that some row has. */
  held: readonly string[];
};

/** Tells the rows that do not belong to the list, such as those that an API sends from outside the window. */
export type IsOutside = (row: Row) => boolean;

/**
 * What of a list is not drawn: rows that came already, because rows that arrived or tied moved them over the end of a
 * page, and rows that are not of the window. A page that is read again loses the same rows as at first, so that every
 * row keeps its place.
 */
export class LeftOutRows {
  /** What has to be said of the pages that were read. */
  told: Told = nothingTold;
  #recent = new Set<string>();
  /** Where the pages began that a row was taken out of, by the row's key. */
  #skipped = new Map<string, number[]>();
  /** Dimensions that rows of the list have: an account may leave one out of every row, and then none tells them apart. */
  #held = new Set<string>();
  #skips = 0;
  #repeated = 0;
  #outside = 0;

  /** How many rows came twice. */
  get repeated(): number {
    return this.#repeated;
  }

  /** How many rows were not of the window. */
  get outside(): number {
    return this.#outside;
  }

  /** Sifts a page that is read for the first time. Nothing is remembered before {@link add}. */
  first(items: readonly Row[], dimensions: readonly string[], isOutside: IsOutside): FilteredPage {
    const inside = items.filter((row) => !isOutside(row));
    const outside = items.length - inside.length;
    // A small page may hold no row with a value where others of its list do.
    const held = dimensions.filter((field) => this.#held.has(field) || inside.some((row) => Object.hasOwn(row, field)));
    const areTold = dimensions.length > 0 && held.length === dimensions.length;
    if (!areTold) return { kept: inside, outside, repeated: [], keys: [], held };
    const keys = new Set<string>();
    const repeated: string[] = [];
    const kept = inside.filter((row) => {
      const key = rowKey(row, dimensions);
      const isNew = !this.#recent.has(key) && !keys.has(key);
      if (isNew) keys.add(key);
      else repeated.push(key);
      return isNew;
    });
    return { kept, outside, repeated, keys: [...keys], held };
  }

  /**
   * Remembers what was taken out of a page that begins at a place.
   *
   * @param isExpected the page was asked for so that it begins with rows that are known; these are no surprise.
   */
  add({ outside, repeated, keys, held }: FilteredPage, start: number, isExpected = false): void {
    for (const field of held) this.#held.add(field);
    this.#outside += outside;
    if (!isExpected) this.#repeated += repeated.length;
    for (const key of repeated) this.#skip(key, start);
    for (const key of keys) this.#recent.add(key);
    for (const key of this.#recent) {
      if (this.#recent.size <= mostRecent) break;
      this.#recent.delete(key);
    }
  }

  #skip(key: string, start: number): void {
    if (this.#skips >= mostSkipped) return;
    this.#skips += 1;
    this.#skipped.set(key, [...(this.#skipped.get(key) ?? []), start]);
  }

  /** Sifts a page that is read again, and that ends or begins at a known place. */
  again(
    items: readonly Row[],
    dimensions: readonly string[],
    isOutside: IsOutside,
    at: { start: number } | { end: number },
  ): Row[] {
    const inside = items.filter((row) => !isOutside(row));
    if (this.#skipped.size === 0) return inside;
    // A page that is reached from its end began at most as many rows before it as it has.
    const isHere = (start: number) =>
      "start" in at ? start === at.start : start < at.end && start >= at.end - inside.length;
    return inside.filter((row) => !this.#skipped.get(rowKey(row, dimensions))?.some(isHere));
  }
}
