import type { Entry } from "../entry.ts";
import { damageOf, isProven } from "./proof.ts";

const everyMs = 6 * 3_600_000;

export type SlowRound = { begin(): void; end(): void };

/**
 * Looks at the bytes of every export that has ended, one after another: at the start, and again every six hours. A disk
 * that loses bits changes neither the size of a file nor its time.
 *
 * @param onTurn told of an export that was whole and is not any more, or the other way round.
 */
export function slowRound(all: () => readonly Entry[], onTurn: (entry: Entry) => void): SlowRound {
  let controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  async function goRound(signal: AbortSignal): Promise<void> {
    for (const entry of all()) {
      if (signal.aborted) return;
      const before = damageOf(entry) !== undefined;
      const isWhole = await isProven(entry, { signal }).catch(() => !before);
      if (before === isWhole) onTurn(entry);
    }
  }

  function end(): void {
    controller.abort();
    clearInterval(timer);
  }

  return {
    begin() {
      end();
      controller = new AbortController();
      const { signal } = controller;
      void goRound(signal);
      timer = setInterval(() => void goRound(signal), everyMs).unref();
    },
    end,
  };
}
