import type { IncomingHttpHeaders } from "node:http";
import { retryAfterSeconds } from "./retry-after.ts";
import type { RawAnswer } from "./transport.ts";

/** How long what a 429 taught is believed. A quota can be raised, and nothing else would tell. */
const believedMs = 15 * 60_000;
/** A person who has clicked this recently is taken to be still there. */
const presentMs = 5 * 60_000;
/** What a refused person is given before exports use the new window: the browser rounds its wait up to whole seconds. */
const headStartMs = 1500;

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
  started(lane: "interactive" | "background"): void;
  /** Learns from an answer. */
  answered(lane: "interactive" | "background", answer: RawAnswer): void;
  /** The epoch millisecond from which an export's call may go: now or earlier when it may go at once. */
  opensAt(): number;
};

/**
 * Keeps exports within the part of the account's rate limit that persons do not need. The limit counts the whole
 * account, and only a 429 names it, so nothing is held back before the first one. From then on exports leave two fifths
 * of each window free while somebody is browsing, one call otherwise.
 */
export function rateWindow(now: () => number = Date.now): RateWindow {
  let starts: number[] = [];
  let closedUntil = 0;
  let refusedAt = Number.NEGATIVE_INFINITY;
  let seenPersonAt = Number.NEGATIVE_INFINITY;
  let limit: number | undefined;
  let windowMs = 0;

  const limited = () => now() - refusedAt < believedMs;

  /** The start that has to leave the window before another call fits. */
  function quotaOpensAt(): number {
    if (!limit || !limited()) return 0;
    const present = now() - seenPersonAt < presentMs;
    const reserved = present ? Math.floor(limit * 0.4) : Math.min(1, limit - 1);
    const blocking = starts.at(-Math.max(1, limit - reserved));
    return blocking === undefined ? 0 : blocking + windowMs;
  }

  return {
    get limited() {
      return limited();
    },
    started(lane) {
      const at = now();
      if (lane === "interactive") seenPersonAt = at;
      starts.push(at);
      if (starts.length > 2 * (limit ?? 500)) starts = starts.slice(-(limit ?? 500));
    },
    answered(lane, answer) {
      if (answer.status !== 429) return;
      const waitMs = (retryAfterSeconds(429, answer.headers) ?? 1) * 1000;
      refusedAt = now();
      limit = positive(answer.headers, "x-ratelimit-limit", "x-rate-limit-limit") ?? limit;
      windowMs = Math.max(windowMs, waitMs);
      closedUntil = Math.max(closedUntil, refusedAt + waitMs + (lane === "interactive" ? headStartMs : 0));
    },
    opensAt: () => Math.max(closedUntil, quotaOpensAt()),
  };
}
