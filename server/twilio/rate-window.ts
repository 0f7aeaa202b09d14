import type { IncomingHttpHeaders } from "node:http";
import { longestTrustedSeconds, retryAfterSeconds, shortHoldSeconds } from "./retry-after.ts";
import type { RawAnswer } from "./transport.ts";

/** How long what a 429 taught is believed. A quota can be raised, and nothing else would tell. */
const believedMs = 15 * 60_000;
/** A person who has clicked this recently is taken to be still there. */
const presentMs = 5 * 60_000;
/** What a refused person is given before exports use the new window: the browser rounds its wait up to whole seconds. */
const headStartMs = 1500;

/** Calls that are remembered; no limit is known that is near it. */
const mostStarts = 2000;

type Lane = "interactive" | "background";

function positive(headers: IncomingHttpHeaders, ...names: string[]): number | undefined {
  for (const name of names) {
    const value = headers[name];
    if (typeof value === "string" && /^\d+$/.test(value.trim()) && Number(value) > 0) return Number(value);
  }
  return undefined;
}

/** What the account's 429s have taught, and when the next call of an export may go. */
export type RateWindow = {
  /** Whether the account has refused a call lately. */
  readonly limited: boolean;
  /** Counts a call that goes out now. */
  started(lane: Lane): void;
  /** Learns from the answer to a call that went out at a moment. */
  answered(lane: Lane, answer: RawAnswer, startedAt: number): void;
  /** The epoch millisecond from which an export's call may go: now or earlier when it may go at once. */
  opensAt(): number;
};

/**
 * Keeps exports within the part of the account's rate limit that persons do not need. The limit counts the whole
 * account, and only a 429 names it, so nothing is held back before the first one. From then on exports leave three
 * fifths of each window to whoever is browsing (one click asks for several things), and one call when nobody is.
 *
 * What a 429 says is believed until answers contradict it. A call that goes out after it and is answered shows that the
 * account takes calls again, whatever was to be waited; only where that is followed by another 429 is the wait kept to.
 * More answers in a window than two windows can have show that the limit or the window is another.
 */
export function rateWindow(now: () => number): RateWindow {
  let starts: { at: number; lane: Lane }[] = [];
  let closedUntil = 0;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let seenPersonAt = Number.NEGATIVE_INFINITY;
  let limit: number | undefined;
  let windowMs = 0;
  /** When calls were answered since the last 429. */
  let answers: number[] = [];
  /** When an answer ended a wait before its time, and whether that was a mistake. */
  let openedAt: number | undefined;
  let isSure = false;

  const limited = () => now() - refusedAt < believedMs;

  /** Whether another call fits beside those of the window that ends at `at` and what is kept free for persons. */
  function fits(quota: number, at: number): boolean {
    const inWindow = starts.filter((start) => start.at > at - windowMs && start.at <= at);
    const byPersons = inWindow.filter(({ lane }) => lane === "interactive").length;
    const reserved =
      now() - seenPersonAt < presentMs ? Math.min(Math.ceil(quota * 0.6), quota - 1) : Math.min(1, quota - 1);
    return inWindow.length + Math.max(0, reserved - byPersons) < Math.max(1, quota);
  }

  function quotaOpensAt(): number {
    if (!limit || !limited()) return 0;
    const quota = limit;
    const at = now();
    starts = starts.filter((start) => start.at > at - windowMs);
    if (fits(quota, at)) return 0;
    return starts.map((start) => start.at + windowMs).find((end) => fits(quota, end)) ?? at + windowMs;
  }

  function refused(lane: Lane, { headers }: RawAnswer, startedAt: number): void {
    const seconds = retryAfterSeconds(429, headers) ?? 1;
    // One call goes at a time from now on, so that the first one after a short hold finds out for all of them.
    const waitMs = (seconds > longestTrustedSeconds ? shortHoldSeconds : seconds) * 1000;
    isSure = openedAt !== undefined && startedAt >= openedAt;
    openedAt = undefined;
    answers = [];
    refusedAt = now();
    limit = positive(headers, "x-ratelimit-limit", "x-rate-limit-limit") ?? limit;
    windowMs = Math.max(windowMs, waitMs);
    closedUntil = Math.max(closedUntil, refusedAt + waitMs + (lane === "interactive" ? headStartMs : 0));
  }

  function taken(): void {
    const at = now();
    if (closedUntil > at && !isSure) {
      closedUntil = at;
      openedAt = at;
    }
    if (limit === undefined) return;
    answers = [...answers, at].filter((one) => one > at - windowMs);
    if (answers.length <= 2 * limit) return;
    limit = undefined;
    windowMs = 0;
    answers = [];
  }

  return {
    get limited() {
      return limited();
    },
    started(lane) {
      const at = now();
      if (lane === "interactive") seenPersonAt = at;
      starts.push({ at, lane });
      if (starts.length > mostStarts) starts = starts.slice(-mostStarts / 2);
    },
    answered(lane, answer, startedAt) {
      if (answer.status === 429) refused(lane, answer, startedAt);
      // A fault tells nothing of the limit: it may come from what stands before the account.
      else if (answer.status < 500 && startedAt > refusedAt) taken();
    },
    opensAt: () => Math.max(closedUntil, quotaOpensAt()),
  };
}
