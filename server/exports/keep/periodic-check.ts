import type { Entry } from "../entry.ts";
import { rest } from "./digest.ts";
import { mendManifest } from "./mend-manifest.ts";
import { damageOf, isProven } from "./proof.ts";

const everyMs = 6 * 3_600_000;

export type PeriodicCheck = { begin(): void; end(): void };

/** What a round goes over. */
export type RoundOptions = {
  all(): readonly Entry[];
  /** Told of an export that was whole and is not any more, or the other way round. */
  onTurn(entry: Entry): void;
  /** Looks at the files that were made of the rows. */
  checkFiles(signal: AbortSignal): Promise<void>;
};

/**
 * Looks at the bytes of every export that has ended, one after another, and of the files that were made of them: at the
 * start, and again every six hours. A disk that loses bits changes neither the size of a file nor its time.
 */
export function periodicCheck({ all, onTurn, checkFiles }: RoundOptions): PeriodicCheck {
  let controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  async function goRound(signal: AbortSignal): Promise<void> {
    for (const entry of all()) {
      if (signal.aborted) return;
      const before = damageOf(entry) !== undefined;
      const isWhole = await isProven(entry, { signal }).catch(() => !before);
      if (before === isWhole) onTurn(entry);
      await mendManifest(entry, signal).catch(() => undefined);
      await rest(signal).catch(() => undefined);
    }
    await checkFiles(signal).catch(() => undefined);
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
