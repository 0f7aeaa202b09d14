import type { Account } from "./account.ts";
import { freshnessMs } from "./options.ts";

const everyMs = 10_000;
const most = 3;

/** Lets a few conversations arrive each minute, until it is stopped. */
export function growSlowly(account: Account): { stop(): Promise<void> } {
  let adding: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    const many = 1 + Math.floor(Math.random() * most);
    adding = adding.then(() => account.grow(many, new Date(Date.now() - freshnessMs)));
  }, everyMs);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return adding;
    },
  };
}
