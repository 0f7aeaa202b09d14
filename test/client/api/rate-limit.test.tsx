import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { gate, holdFor, useSecondsHeld } from "../../../client/api/rate-limit.ts";
import { useRateLimitWords } from "../../../client/api/rate-limit-words.ts";

const hour = 3_600_000;
let hours = 0;

// Each test has an hour of its own, because the gate's clock goes on from test to test.
beforeEach(() => {
  hours += 1;
  vi.useFakeTimers();
  vi.advanceTimersByTime(hours * hour);
});

afterEach(() => {
  vi.useRealTimers();
});

/** Whether the gate has let a request through by now. */
function pass(signal?: AbortSignal) {
  const state = { is: "waiting", reason: undefined as unknown };
  gate(signal).then(
    () => {
      state.is = "through";
    },
    (reason: unknown) => {
      state.is = "refused";
      state.reason = reason;
    },
  );
  return state;
}

async function elapse(seconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
}

describe("the gate", () => {
  test("is open at first", async () => {
    const request = pass();
    await elapse(0);
    expect(request.is).toBe("through");
  });

  test("holds every request for the seconds named, and then lets all through", async () => {
    holdFor(5);
    const requests = [pass(), pass(new AbortController().signal)];
    await elapse(4.9);
    expect(requests.map(({ is }) => is)).toEqual(["waiting", "waiting"]);
    await elapse(0.2);
    expect(requests.map(({ is }) => is)).toEqual(["through", "through"]);
  });

  test("stays closed for the longest of several limits, also one that comes later", async () => {
    holdFor(5);
    const request = pass();
    await elapse(3);
    holdFor(10);
    holdFor(1);
    await elapse(9.9);
    expect(request.is).toBe("waiting");
    await elapse(0.2);
    expect(request.is).toBe("through");
  });

  test("holds for a second at least", async () => {
    holdFor(0);
    const request = pass();
    await elapse(0.9);
    expect(request.is).toBe("waiting");
    await elapse(0.2);
    expect(request.is).toBe("through");
  });

  test("lets a request go that is aborted while it waits, with the reason", async () => {
    holdFor(60);
    const controller = new AbortController();
    const request = pass(controller.signal);
    await elapse(1);
    controller.abort("enough");
    await elapse(0);
    expect(request).toEqual({ is: "refused", reason: "enough" });
    expect(vi.getTimerCount()).toBe(0);
    await elapse(60);
  });

  test("does not take in a request that was aborted before", async () => {
    const aborted = AbortSignal.abort("before");
    const whenOpen = pass(aborted);
    holdFor(60);
    const whenClosed = pass(aborted);
    await elapse(0);
    expect([whenOpen, whenClosed].map(({ reason }) => reason)).toEqual(["before", "before"]);
    await elapse(60);
  });

  test("counts the seconds down on the screen", async () => {
    const { result } = renderHook(() => useSecondsHeld());
    expect(result.current).toBe(0);
    act(() => holdFor(3));
    expect(result.current).toBe(3);
    await elapse(1.3);
    expect(result.current).toBe(2);
    await elapse(2);
    expect(result.current).toBe(0);
  });
});

test.each([-hour, hour])("a clock that is set by %d ms makes nobody wait longer, nor less", async (by) => {
  holdFor(5);
  const request = pass();
  vi.setSystemTime(Date.now() + by);
  await elapse(4.9);
  expect(request.is).toBe("waiting");
  await elapse(0.2);
  expect(request.is).toBe("through");
});

describe("a limit of more than ten minutes", () => {
  test("is doubted: after one, a single request goes, and what it is told counts for all", async () => {
    holdFor(86_400);
    const answered: (() => void)[] = [];
    for (let count = 0; count < 3; count += 1) void gate(undefined).then((done) => answered.push(done));
    await elapse(59.9);
    expect(answered).toHaveLength(0);
    await elapse(0.2);
    expect(answered).toHaveLength(1);
    await elapse(30);
    expect(answered).toHaveLength(1);
    // It is refused as before.
    holdFor(86_400);
    answered[0]?.();
    await elapse(59.9);
    expect(answered).toHaveLength(1);
    await elapse(0.2);
    expect(answered).toHaveLength(2);
    // This one is answered: the others go.
    answered[1]?.();
    await elapse(0);
    expect(answered).toHaveLength(3);
    answered[2]?.();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is said to be one, with the seconds until it is tried", async () => {
    const { result } = renderHook(() => useRateLimitWords());
    expect(result.current).toBeUndefined();
    act(() => holdFor(86_400));
    expect(result.current).toBe("Twilio’s rate limit requires an unusually long wait. Trying again in 60 s.");
    await elapse(60);
    expect(result.current).toBeUndefined();
    await elapse(0);
    (await gate(undefined))();
    act(() => holdFor(30));
    expect(result.current).toBe("Twilio’s rate limit was reached. Continuing in 30 s.");
    await elapse(30);
  });

  test("and one of ten minutes is kept to", async () => {
    holdFor(600);
    const request = pass();
    await elapse(599);
    expect(request.is).toBe("waiting");
    await elapse(2);
    expect(request.is).toBe("through");
  });
});
