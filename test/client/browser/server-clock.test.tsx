import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { noteServerTime, serverNow, useMinutesAhead } from "../../../client/browser/server-clock.ts";

const minute = 60_000;
const dateOf = (ms: number) => new Date(ms).toUTCString();

afterEach(() => noteServerTime(dateOf(Date.now()), Date.now(), Date.now()));

/** An answer that was asked for at a moment of this browser's clock and took so long. */
function answered(serverAt: number, sentAt = Date.now(), took = 0): void {
  act(() => noteServerTime(dateOf(serverAt), sentAt, sentAt + took));
}

test("clocks that agree, as far as an answer can tell, are one", () => {
  const { result } = renderHook(() => useMinutesAhead());
  const now = Math.floor(Date.now() / 1000) * 1000;
  for (const [server, took] of [
    [now, 10],
    [now, 999],
    [now + 20_000, 30_000],
  ] as const) {
    answered(server, now, took);
    expect(Math.abs(serverNow() - Date.now())).toBeLessThan(5);
  }
  expect(result.current).toBe(0);
});

test.each([
  [-25, 25],
  [3, -3],
  [-0.5, 0],
  [525_600, -525_600],
])("a server that is %d minutes before this browser makes it %d minutes ahead", (before, ahead) => {
  const { result } = renderHook(() => useMinutesAhead());
  answered(Date.now() + before * minute);
  expect(result.current).toBe(ahead);
  // Its time counts all the same.
  expect(Math.abs(serverNow() - (Date.now() + before * minute))).toBeLessThan(2000);
  answered(Date.now());
  expect(result.current).toBe(0);
});

test("an answer without a readable date teaches nothing", () => {
  answered(Date.now() + 5 * minute);
  const { result } = renderHook(() => useMinutesAhead());
  act(() => noteServerTime(null, Date.now(), Date.now()));
  act(() => noteServerTime("soon", Date.now(), Date.now()));
  expect(result.current).toBe(-5);
});
