import type { Clock } from "../../server/clock.ts";

/** Who is told to wait for longer is to be seen waiting, and waits for ever. */
const longestJumpMs = 10 * 60_000;

/**
 * A clock that stands still while everybody is busy. When somebody waits, it lets some real milliseconds pass for what is
 * under way and then is at the moment that is waited for, the earliest first. So a wait of seconds costs a test nothing,
 * and what it should have taken still shows.
 */
export function jumpingClock(realMs = 1): Clock {
  let now = Date.now();
  let due: { at: number; call: () => void }[] = [];
  let jumping: NodeJS.Timeout | undefined;

  function jump(): void {
    jumping = undefined;
    const [next] = due.sort((one, other) => one.at - other.at);
    if (!next) return;
    due = due.filter((one) => one !== next);
    now = Math.max(now, next.at);
    next.call();
    prepare();
  }

  function prepare(): void {
    if (due.length > 0) jumping ??= setTimeout(jump, realMs);
  }

  return {
    now: () => now,
    after(ms, call) {
      const one = { at: now + ms, call };
      if (ms <= longestJumpMs) due.push(one);
      prepare();
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
}
