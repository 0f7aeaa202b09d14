import { expect, test } from "vitest";
import { retryAfterSeconds, waitSeconds } from "../../../server/twilio/retry-after.ts";

const now = Date.UTC(2026, 10, 22, 12, 0, 0);

test.each<[Record<string, string>, number]>([
  [{ "x-ratelimit-reset": "45" }, 45],
  [{ "x-ratelimit-reset": "0" }, 1],
  [{ "x-ratelimit-reset": "1.2" }, 2],
  [{ "x-ratelimit-reset": "-3" }, 5],
  [{ "x-ratelimit-reset": "999999999" }, 86_400],
  [{ "x-ratelimit-reset": String(now / 1000 + 30) }, 30],
  [{ "x-ratelimit-reset": String(now / 1000 - 30) }, 1],
  [{ "x-ratelimit-reset": String(now + 30_000) }, 30],
  [{ "x-ratelimit-reset": String(now - 30_000) }, 1],
  [{ "retry-after": "Sun, 22 Nov 2026 12:00:20 GMT" }, 20],
  [{ "retry-after": "Sun, 22 Nov 2026 11:00:00 GMT" }, 1],
  [{ "x-rate-limit-limit": "5", "x-rate-limit-remaining": "0" }, 5],
])("a 429 with %j is %d seconds", (headers, seconds) => {
  expect(retryAfterSeconds(429, headers, now)).toBe(seconds);
});

test("other statuses name a time only where it means the same", () => {
  expect(retryAfterSeconds(503, { "retry-after": "9" }, now)).toBe(9);
  expect(retryAfterSeconds(503, {}, now)).toBeUndefined();
  expect(retryAfterSeconds(400, { "retry-after": "9", "x-ratelimit-reset": "9" }, now)).toBeUndefined();
});

test("a moment is told from the moment at which the answer was written, whatever our clock says", () => {
  const at = (ms: number) => new Date(now + ms).toUTCString();
  const date = at(0);
  expect(retryAfterSeconds(429, { date, "x-ratelimit-reset": String(now / 1000 + 30) })).toBe(30);
  expect(retryAfterSeconds(429, { date, "retry-after": at(20_000) })).toBe(20);
  expect(retryAfterSeconds(503, { date, "retry-after": at(20_000) })).toBe(20);
  expect(waitSeconds({ date, "retry-after": at(9000) })).toBe(9);
  const soon = String(Math.ceil(Date.now() / 1000) + 30);
  for (const headers of [{ "x-ratelimit-reset": soon }, { date: "soon", "x-ratelimit-reset": soon }]) {
    expect(Math.abs((retryAfterSeconds(429, headers) ?? 0) - 30)).toBeLessThan(20);
  }
});
