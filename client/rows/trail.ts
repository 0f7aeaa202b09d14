import type { Told } from "../api/told.ts";
import { serverNow } from "../browser/server-clock.ts";
import { type FilteredPage, LeftOutRows } from "./left-out-rows.ts";

type Mark = { start: number; token: string };

/**
 * Where a list was asked on by another query, of the rows before an instant, as ISO 8601: one that ended too early, or
 * whose next page was too large. Then its pages have a size of their own.
 */
type FollowUp = { start: number; before: string; size?: number };

/** More marks than this are thinned out, so that what is remembered of a list does not grow with its length. */
const most = 2000;
/** Each is of thousands of rows. */
const mostFollowUps = 1000;

/**
 * What is remembered of a list of pages beside the pages that are held: how far it is known, and the tokens of some of
 * its pages, evenly spread, so that rows which were let go of can be asked for again without walking from the start.
 */
export class Trail {
  /** When the list was asked for first: what its rows are the state of. */
  readonly since = serverNow();
  /** What of the list is not drawn, and what has to be said of it. */
  readonly leftOut = new LeftOutRows();
  #marks: Mark[] = [];
  #followUps: FollowUp[] = [];
  #step = 1;
  #sinceMark = 0;
  #count = 0;
  #ended = false;
  #before: string | undefined;
  /** Where the list goes on behind pages that brought nothing, when one behind them failed. */
  #passed: Mark | undefined;
  readonly #size: number | undefined;
  #shrunk = 0;

  /** @param size how many rows the pages of the list's own query have at most, where that is not the usual number. */
  constructor(size?: number) {
    this.#size = size;
  }

  /** How many rows are known, whether they are held or not. */
  get count(): number {
    return this.#count;
  }

  /** Whether the last page was seen. */
  get ended(): boolean {
    return this.#ended;
  }

  /** How many tokens are remembered. */
  get size(): number {
    return this.#marks.length;
  }

  /** Whether the list has ended and could be asked on, see {@link continuePastEnd}. */
  get canContinuePastEnd(): boolean {
    return this.#ended && this.#before !== undefined && this.#followUps.length < mostFollowUps;
  }

  /**
   * Remembers a page that was reached in reading order; one that was known before changes nothing.
   *
   * @param before of the last row: the instant before which all rows behind it are; undefined where that is not known.
   */
  add(start: number, token: string | undefined, length: number, isLast: boolean, before?: string): void {
    if (start !== this.#count || this.#ended) return;
    this.#passed = undefined;
    const isFruitless = length === 0 && this.#followUps.at(-1)?.start === start;
    this.#count = start + length;
    this.#ended = isLast;
    if (length > 0) this.#before = before;
    if (isFruitless && isLast) this.#before = undefined;
    if (token === undefined) return;
    this.#sinceMark += 1;
    if (this.#sinceMark < this.#step) return;
    this.#sinceMark = 0;
    this.#marks.push({ start, token });
    if (this.#marks.length <= most) return;
    this.#marks = this.#marks.filter((_, i) => i % 2 === 1);
    this.#step *= 2;
  }

  /** Goes on behind the end of a list that ended although there is more: with the rows before its last one. */
  continuePastEnd(): void {
    if (!this.canContinuePastEnd || this.#before === undefined) return;
    this.#goOn({ start: this.#count, before: this.#before });
    this.#ended = false;
  }

  /**
   * Goes on at the end of what is known in smaller pages than led there. Where it cannot, because its rows are not in
   * the order of their times, it returns undefined.
   */
  goOnSmaller(size: number): FollowUp | undefined {
    if (this.#ended || this.#before === undefined || this.#followUps.length >= mostFollowUps) return undefined;
    const followUp = { start: this.#count, before: this.#before, size };
    this.#shrunk += 1;
    return this.#goOn(followUp);
  }

  /**
   * Goes on in pages of the usual size where enough rows have come in smaller ones: few rows are so large. Each time that
   * this was wrong, it takes longer.
   */
  goOnLarger(usual: number): FollowUp | undefined {
    const last = this.#followUps.at(-1);
    if (last?.size === undefined || this.#count - last.start < usual * this.#shrunk) return undefined;
    if (this.#ended || this.#before === undefined || this.#followUps.length >= mostFollowUps) return undefined;
    return this.#goOn({ start: this.#count, before: this.#before });
  }

  /** Tokens that led on so far are of another query. */
  #goOn(followUp: FollowUp): FollowUp {
    this.#passed = undefined;
    this.#followUps.push(followUp);
    return followUp;
  }

  /** Remembers pages at the end of what is known that brought nothing, and the token behind them that failed. */
  passOver(
    token: string,
    { filteredPages, told, isExpected }: { filteredPages: readonly FilteredPage[]; told: Told; isExpected: boolean },
  ): void {
    for (const filteredPage of filteredPages) this.leftOut.add(filteredPage, this.#count, isExpected);
    this.leftOut.told = told;
    this.#passed = { start: this.#count, token };
  }

  /** The token behind pages at a place that brought nothing; undefined where there are none that are known. */
  passed(start: number): string | undefined {
    return this.#passed?.start === start ? this.#passed.token : undefined;
  }

  /** How many rows a page at a place was asked for with, where that is not the usual number. */
  sizeAt(place: number): number | undefined {
    return this.#followUps.findLast(({ start }) => start <= place)?.size ?? this.#size;
  }

  /** How the list goes on at a place that its tokens do not lead on from. */
  followUp(start: number): FollowUp | undefined {
    return this.#followUps.findLast((one) => one.start === start);
  }

  /** The last remembered page that begins at or before a place; undefined for the first page of all. */
  before(place: number): Mark | FollowUp | undefined {
    const mark = this.#marks.findLast(({ start }) => start <= place);
    const followUp = this.#followUps.findLast(({ start }) => start <= place);
    return followUp && followUp.start >= (mark?.start ?? 0) ? followUp : mark;
  }

  /** Whether a token that should lead on to `start` is known to lead to earlier rows: the list goes in a circle. */
  leadsBack(token: string, start: number): boolean {
    return this.#marks.some((mark) => mark.token === token && mark.start < start);
  }
}
