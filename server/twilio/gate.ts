import type { Clock } from "../clock.ts";
import { rateWindow } from "./rate-window.ts";
import type { Call, RawAnswer, Transport } from "./transport.ts";

/** Told the clock's millisecond until which the account's limit holds a call back. */
export type OnHeld = (until: number) => void;

export type Gate = {
  /** Calls that a person waits for. They go at once. */
  interactive: Transport["send"];
  /** Calls of exports. They go when no person's call is under way, within what the account's limit leaves. */
  background(call: Call, signal: AbortSignal, onHeld?: OnHeld): Promise<RawAnswer>;
};

/** Exports that may be asking at the same time, before and after the account has refused a call. */
const slots = { free: 4, limited: 1 };

/**
 * Puts the calls of browsing persons before those of exports. Exports take turns: whoever has waited longest is next.
 */
export function createGate(send: Transport["send"], clock: Clock): Gate {
  const window = rateWindow(clock.now);
  const waiting: { admit: () => void; onHeld: OnHeld | undefined }[] = [];
  const active = { interactive: 0, background: 0 };
  let stopWaiting: (() => void) | undefined;

  /** Lets in whoever may go, and comes back when time alone will let in the next. */
  function admit(): void {
    stopWaiting?.();
    while (waiting.length > 0 && active.interactive === 0) {
      if (active.background >= (window.limited ? slots.limited : slots.free)) return;
      const opensAt = window.opensAt();
      const waitMs = opensAt - clock.now();
      if (waitMs > 0) {
        for (const { onHeld } of waiting) onHeld?.(opensAt);
        stopWaiting = clock.after(Math.min(waitMs, 86_400_000), admit);
        return;
      }
      active.background += 1;
      window.started("background");
      waiting.shift()?.admit();
    }
  }

  function turn(signal: AbortSignal, onHeld: OnHeld | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.splice(waiting.indexOf(one), 1);
        reject(signal.reason);
      };
      const one = {
        onHeld,
        admit: () => {
          signal.removeEventListener("abort", giveUp);
          resolve();
        },
      };
      signal.throwIfAborted();
      signal.addEventListener("abort", giveUp, { once: true });
      waiting.push(one);
      admit();
    });
  }

  async function counted(lane: "interactive" | "background", call: Call, signal: AbortSignal): Promise<RawAnswer> {
    const startedAt = clock.now();
    try {
      const answer = await send(call, signal);
      window.answered(lane, answer, startedAt);
      return answer;
    } finally {
      active[lane] -= 1;
      admit();
    }
  }

  return {
    interactive(call, signal) {
      active.interactive += 1;
      window.started("interactive");
      return counted("interactive", call, signal);
    },
    async background(call, signal, onHeld) {
      await turn(signal, onHeld);
      return counted("background", call, signal);
    },
  };
}
