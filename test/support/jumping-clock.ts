import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../../server/clock.ts";

/** Who is told to wait for longer is to be seen waiting, and waits for ever. */
const longestJumpMs = 10 * 60_000;
/** A call between servers of one process has come, and its answer too, after some turns of the loop: however slow it is. */
const turns = 50;

/**
 * A clock that stands still while calls are under way. When somebody waits, it is soon at the moment that is waited for,
 * the earliest first. So a wait of seconds costs a test nothing, and what it should have taken still shows.
 */
export function jumpingClock(realMs = 1): Clock {
  let now = Date.now();
  let due: { at: number; call: () => void }[] = [];
  let isJumping = false;

  async function jump(): Promise<void> {
    isJumping = true;
    while (due.length > 0) {
      await sleep(realMs);
      for (let count = 0; count < turns; count += 1) await turn();
      const [next] = due.sort((one, other) => one.at - other.at);
      if (!next) break;
      due = due.filter((one) => one !== next);
      now = Math.max(now, next.at);
      next.call();
    }
    isJumping = false;
  }

  return {
    now: () => now,
    after(ms, call) {
      const one = { at: now + ms, call };
      if (ms <= longestJumpMs) due.push(one);
      if (!isJumping) void jump();
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
}
