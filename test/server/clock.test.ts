import { expect, test, vi } from "vitest";
import { sleep, systemClock, wallTime } from "../../server/clock.ts";

test("the machine's clock calls after the time that was asked for, unless that is taken back", async () => {
  const called: string[] = [];
  const begun = systemClock.now();
  const takeBack = systemClock.after(1, () => called.push("taken back"));
  await new Promise<void>((resolve) => {
    systemClock.after(20, () => {
      called.push("later");
      resolve();
    });
    takeBack();
  });
  expect(called).toEqual(["later"]);
  expect(systemClock.now() - begun).toBeGreaterThanOrEqual(19);
});

test("a wait ends with the reason when it is given up, before it or in it, and is then taken back", async () => {
  const waiting = new Set<() => void>();
  const clock = {
    ...systemClock,
    after: (_ms: number, call: () => void) => {
      waiting.add(call);
      return () => void waiting.delete(call);
    },
  };
  const controller = new AbortController();
  const waited = sleep(clock, 1000, controller.signal);
  expect(waiting.size).toBe(1);
  controller.abort(new Error("enough"));
  await expect(waited).rejects.toThrow("enough");
  await expect(sleep(clock, 1000, controller.signal)).rejects.toThrow("enough");
  expect(waiting.size).toBe(0);
  const whole = sleep(clock, 1000, new AbortController().signal);
  for (const call of waiting) call();
  await whole;
});

test.each([-365 * 86_400_000, 3_600_000])(
  "a wall clock that is set by %d ms moves no wait, and a person is told its time",
  (by) => {
    const before = systemClock.now();
    const wall = Date.now() + by;
    vi.spyOn(Date, "now").mockReturnValue(wall);
    expect(Math.abs(systemClock.now() - before)).toBeLessThan(60_000);
    expect(Math.abs(wallTime(systemClock, systemClock.now() + 5000) - (wall + 5000))).toBeLessThan(60_000);
  },
);
