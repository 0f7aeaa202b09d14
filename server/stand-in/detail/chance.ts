/** Chance that is always the same for the same seed: what is drawn need not be stored. */
export class SeededRandom {
  #state = 2166136261;

  constructor(seed: string) {
    for (let i = 0; i < seed.length; i++) this.#state = Math.imul(this.#state ^ seed.charCodeAt(i), 16777619);
  }

  /** From 0 to below 1 (the mulberry32 generator). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[], otherwise: Item): Item {
    return items[this.below(items.length)] ?? otherwise;
  }

  /** True so often of a hundred times. */
  percent(share: number): boolean {
    return this.next() * 100 < share;
  }

  hex(length: number): string {
    return Array.from({ length }, () => this.below(16).toString(16)).join("");
  }
}
