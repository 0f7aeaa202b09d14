type Mark = { start: number; token: string };

/** More marks than this are thinned out, so that what is remembered of a list does not grow with its length. */
const most = 2000;

/**
 * What is remembered of a list of pages beside the pages that are held: how far it is known, and the tokens of some of
 * its pages, evenly spread, so that rows which were let go of can be asked for again without walking from the start.
 */
export class Trail {
  /** When the list was asked for first: what its rows are the state of. */
  readonly since = Date.now();
  #marks: Mark[] = [];
  #step = 1;
  #sinceMark = 0;
  #count = 0;
  #ended = false;
  #lost = 0;

  /** How many rows are known, whether they are held or not. */
  get count(): number {
    return this.#count;
  }

  /** Whether the last page was seen. */
  get ended(): boolean {
    return this.#ended;
  }

  /** How many items of its pages were no rows and are not counted. */
  get lost(): number {
    return this.#lost;
  }

  /** How many tokens are remembered. */
  get size(): number {
    return this.#marks.length;
  }

  /** Remembers a page that was reached in reading order; one that was known before changes nothing. */
  add(start: number, token: string | undefined, length: number, isLast: boolean, lost = 0): void {
    if (start !== this.#count || this.#ended) return;
    this.#count = start + length;
    this.#lost += lost;
    this.#ended = isLast;
    if (token === undefined) return;
    this.#sinceMark += 1;
    if (this.#sinceMark < this.#step) return;
    this.#sinceMark = 0;
    this.#marks.push({ start, token });
    if (this.#marks.length <= most) return;
    this.#marks = this.#marks.filter((_, i) => i % 2 === 1);
    this.#step *= 2;
  }

  /** The last remembered page that begins at or before a place; undefined for the first page of all. */
  before(place: number): Mark | undefined {
    return this.#marks.findLast(({ start }) => start <= place);
  }

  /** Whether a token that should lead on to `start` is known to lead to earlier rows: the list goes in a circle. */
  leadsBack(token: string, start: number): boolean {
    return this.#marks.some((mark) => mark.token === token && mark.start < start);
  }
}
