import { type Clock, sleep } from "../clock.ts";
import { earshotProblem } from "../problem.ts";
import { sentence } from "../sentence.ts";
import { usualApi } from "./faults.ts";
import type { WirePage } from "./read-page.ts";

/** Empty pages in a row that are passed over at once: filters leave some. */
const free = 10;
/** Each further one is waited for by so much longer than the last, up to a second. */
const stepMs = 50;
const longestMs = 1000;
/** Behind so many, no row is expected any more; it takes about five minutes to get there. */
export const mostEmpty = 300;

/** Tokens that are remembered: whoever follows empty pages has one of the last. */
const mostTokens = 1000;

type Found = Pick<WirePage, "rows" | "nextToken" | "previousToken">;

/** Keeps those who follow page tokens from running through empty pages without end. */
export type EmptyPages = {
  /**
   * Reads the page of a token, or the first one, when its time has come.
   *
   * @throws ProblemError where the token stands behind too many empty pages. Whoever asks for it once more goes on.
   */
  read<Page extends Found>(token: string | undefined, signal: AbortSignal, read: () => Promise<Page>): Promise<Page>;
};

/**
 * An API may answer page after page without a row, each with a token of its own, as fast as it is asked. It does not
 * matter who follows them, a person's list, an export or a search: a token knows how many empty pages lead to it.
 */
export function emptyPages(clock: Clock): EmptyPages {
  const behind = new Map<string, number>();

  function note(token: string | undefined, count: number): void {
    if (token === undefined) return;
    behind.delete(token);
    behind.set(token, count);
    const [oldest] = behind.keys();
    if (behind.size > mostTokens && oldest !== undefined) behind.delete(oldest);
  }

  return {
    async read(token, signal, read) {
      const count = token === undefined ? 0 : (behind.get(token) ?? 0);
      if (count >= mostEmpty) {
        note(token, 0);
        throw earshotProblem("upstreamEndless", sentence("twilioEmptyPages", { api: usualApi, count }));
      }
      if (count > free) await sleep(clock, Math.min(longestMs, (count - free) * stepMs), signal);
      const page = await read();
      if (page.rows.length === 0) {
        note(page.nextToken, count + 1);
        note(page.previousToken, count + 1);
      }
      return page;
    },
  };
}
