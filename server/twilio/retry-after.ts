import type { IncomingHttpHeaders } from "node:http";

/**
 * Seconds to wait when Twilio says 429 without saying for how long. Long enough not to hammer a limit, whose documented
 * example is five requests in 45 seconds, and short enough that a person is not left waiting when it was a mere burst.
 */
export const defaultRetryAfterSeconds = 5;

const epochSeconds = 1_000_000_000;
const epochMilliseconds = epochSeconds * 1000;

/** A longer wait is most likely misread: no limit of Twilio's is known that is counted over more than minutes. */
export const longestTrustedSeconds = 600;
/** What is waited instead, before one request finds out whether the limit is over. */
export const shortHoldSeconds = 60;

/** No limit is known that lasts longer than a day; a larger number is misread, and would overflow a timer. */
const longestSeconds = 86_400;

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
}

/**
 * The moment at which an answer was written, by the clock of who wrote it: only that one is the clock of the moments that
 * its other headers name. Ours may be off by hours.
 */
function writtenAt(headers: IncomingHttpHeaders): number {
  const date = Date.parse(one(headers.date));
  return Number.isNaN(date) ? Date.now() : date;
}

function asSeconds(value: string): number | undefined {
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** Retry-After is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
function fromRetryAfter(value: string, now: number): number | undefined {
  const seconds = asSeconds(value);
  if (seconds !== undefined || value === "") return seconds;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/**
 * `X-RateLimit-Reset` is "time in seconds until the rate limit resets"; many other services put a Unix time there, in
 * seconds or in milliseconds.
 */
function fromReset(value: string, now: number): number | undefined {
  const seconds = asSeconds(value);
  if (seconds === undefined || seconds < epochSeconds) return seconds;
  return Math.max(0, (seconds < epochMilliseconds ? seconds : seconds / 1000) - now / 1000);
}

/**
 * Whole seconds until the same request may be sent again, from 1 to a day, or undefined when the answer names no time and
 * was not a 429. Twilio declares `X-RateLimit-Reset` on its 429s and does not declare Retry-After, hence the order.
 */
export function retryAfterSeconds(
  status: number,
  headers: IncomingHttpHeaders,
  now = writtenAt(headers),
): number | undefined {
  const limited = status === 429;
  if (!limited && status !== 503) return undefined;
  const reset = limited ? fromReset(one(headers["x-ratelimit-reset"]), now) : undefined;
  const seconds = reset ?? fromRetryAfter(one(headers["retry-after"]), now);
  if (seconds === undefined) return limited ? defaultRetryAfterSeconds : undefined;
  return Math.min(longestSeconds, Math.max(1, Math.ceil(seconds)));
}

/** Seconds after which an unfinished job wants to be asked again, up to an hour; undefined when it does not say. */
export function waitSeconds(headers: IncomingHttpHeaders, now = writtenAt(headers)): number | undefined {
  const seconds = fromRetryAfter(one(headers["retry-after"]), now);
  return seconds === undefined ? undefined : Math.min(3600, Math.max(0.1, seconds));
}
