/**
 * How much of a spool counts so far. Whoever renders while the snapshot is still being taken reads up to there, waits, and
 * goes on, so that no row that the manifest does not count gets into a file.
 */
export type Watermark = {
  /** So many bytes count now, all of them whole lines. */
  grow(bytes: number): void;
  /** It does not grow any more. */
  end(): void;
  /** Ends every wait with an error. */
  stop(reason: Error): void;
  /** Resolves with the bytes that count, once they are more than `bytes`; with `bytes` when no more will. */
  beyond(bytes: number): Promise<number>;
  /** Resolves when it does not grow any more, whatever the reason. */
  ended: Promise<void>;
};

export function spoolWatermark(): Watermark {
  let counted = 0;
  let over = false;
  let stopped: Error | undefined;
  let waiting: (() => void)[] = [];
  let tellEnded = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    tellEnded = resolve;
  });
  const wake = () => {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  };
  return {
    ended,
    grow(bytes) {
      counted = bytes;
      wake();
    },
    end() {
      over = true;
      tellEnded();
      wake();
    },
    stop(reason) {
      stopped = reason;
      tellEnded();
      wake();
    },
    async beyond(bytes) {
      while (!(stopped || over || counted > bytes)) await new Promise<void>((go) => waiting.push(go));
      if (stopped) throw stopped;
      return Math.max(counted, bytes);
    },
  };
}
