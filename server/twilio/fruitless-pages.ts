import { type Clock, sleep } from "../clock.ts";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { usualApi } from "./faults.ts";
import { type KnownRows, knownRows } from "./known-rows.ts";
import type { WirePage } from "./read-page.ts";

/**
 * Pages in a row that are passed over at once. Filters leave some empty; where rows are few and alike, as those of lists
 * taken apart, more of them bring nothing new.
 */
const free = { empty: 10, known: 50 };
/** Each further one is waited for by so much longer than the last, up to a second. */
const stepMs = 50;
const longestMs = 1000;
/** Behind so many, nothing more is expected; it takes about five minutes to get there. */
export const mostFruitless = 300;

/** Tokens that are remembered: whoever follows pages has one of the last. */
const mostTokens = 1000;
/** Ways of which the rows are remembered: each takes a megabyte at most. */
const mostWays = 32;

type Found = Pick<WirePage, "rows" | "nextToken" | "previousToken">;

/** How many pages in a row that lead to a token were empty, and how many brought nothing new, the empty ones among them. */
type Vain = { empty: number; known: number };

/** What is remembered of a token. The way is undefined for one that leads back: rows are known there, and should be. */
type Behind = Vain & { way: KnownRows | undefined; wasRead: boolean };

/** Keeps those who follow page tokens from running without end through pages that bring nothing. */
export type FruitlessPages = {
  /**
   * Reads the page of a token, or the first one, when its time has come.
   *
   * @throws ProblemError where the token stands behind too many pages without a new row. Whoever asks for it once more
   * goes on.
   */
  read<Page extends Found>(token: string | undefined, signal: AbortSignal, read: () => Promise<Page>): Promise<Page>;
};

/** A page that names itself as the next one is the last: asked again, it would be the same for ever. */
function withoutItself<Page extends Found>(page: Page, token: string | undefined): Page {
  const isItself = token !== undefined && page.nextToken === token;
  return isItself ? { ...page, nextToken: undefined, asDocumented: false } : page;
}

function waitMs({ empty, known }: Vain): number {
  const over = Math.max(empty - free.empty, known - free.known, 0);
  return Math.min(longestMs, over * stepMs);
}

/**
 * An API may answer page after page without a row, or with rows that all came already, each with a token of its own, as
 * fast as it is asked. It does not matter who follows them, a person's list, an export or a search: a token knows how many
 * such pages lead to it. Pages that are read again, or backwards, bring known rows, and do not count.
 */
export function fruitlessPages(clock: Clock): FruitlessPages {
  const tokens = new Map<string, Behind>();
  const ways = new Set<KnownRows>();

  function note(token: string | undefined, behind: Behind): void {
    if (token === undefined) return;
    tokens.delete(token);
    tokens.set(token, behind);
    const [oldest] = tokens.keys();
    if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest);
  }

  /** The way is one of the last that were gone. */
  function use(way: KnownRows): KnownRows {
    ways.delete(way);
    ways.add(way);
    const [oldest] = ways;
    if (ways.size > mostWays && oldest) {
      oldest.forget();
      ways.delete(oldest);
    }
    return way;
  }

  function checkEnd(token: string | undefined, behind: Behind): void {
    const { empty, known } = behind;
    if (Math.max(empty, known) < mostFruitless) return;
    note(token, { ...behind, empty: 0, known: 0 });
    const key = empty >= mostFruitless ? "twilioEmptyPages" : "twilioKnownPages";
    throw earshotProblem("upstreamEndless", sentence(key, { api: usualApi, count: mostFruitless }));
  }

  /** What leads on from a page: how many were in vain up to there. */
  async function after({ rows, nextToken }: Found, { empty, known, way, wasRead }: Behind): Promise<Behind> {
    const isEmpty = rows.length === 0;
    const own = wasRead ? undefined : way;
    // Most answers are of one page, of which nothing need be remembered.
    if (!own && nextToken === undefined) return { empty: 0, known: 0, way: undefined, wasRead: false };
    const onward = use(own ?? knownRows());
    const isKnown = await onward.take(rows);
    return { empty: isEmpty ? empty + 1 : 0, known: own && isKnown ? known + 1 : 0, way: onward, wasRead: false };
  }

  return {
    async read(token, signal, read) {
      const behind = (token === undefined ? undefined : tokens.get(token)) ?? {
        empty: 0,
        known: 0,
        way: undefined,
        wasRead: false,
      };
      checkEnd(token, behind);
      const wait = waitMs(behind);
      if (wait > 0) await sleep(clock, wait, signal);
      const page = withoutItself(await read(), token);
      const next = await after(page, behind);
      note(token, { ...behind, wasRead: true });
      note(page.nextToken, next);
      if (next.empty > 0) note(page.previousToken, { ...next, known: 0, way: undefined });
      return page;
    },
  };
}
