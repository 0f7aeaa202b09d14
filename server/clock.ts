/** What the server waits for Twilio by: limits, jobs and further attempts. A test need not wait as long as they say. */
export type Clock = {
  /** The epoch millisecond. */
  now(): number;
  /** Calls after so many milliseconds; what is returned takes that back. */
  after(ms: number, call: () => void): () => void;
};

/** The machine's clock. A wait alone keeps no process alive: the server that listens does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Resolves after so many milliseconds of a clock.
 *
 * @throws the signal's reason when it is aborted first.
 */
export async function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      takeBack();
      reject(signal.reason);
    };
    const takeBack = clock.after(ms, () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
    signal.addEventListener("abort", stop, { once: true });
  });
}
