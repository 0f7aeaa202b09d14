/** What the server waits for Twilio by: limits, jobs and further attempts. A test need not wait as long as they say. */
export type Clock = {
  /** Milliseconds since 1970, by a clock that only ever goes on: see {@link wallTime} for what a person is told. */
  now(): number;
  /** Calls after so many milliseconds; what is returned takes that back. */
  after(ms: number, call: () => void): () => void;
};

/**
 * The machine's clock. It begins at the time that the machine has at the start and goes on evenly from there: a clock
 * that is set while the server runs makes nobody wait for an hour, and nothing an hour older. A wait alone keeps no
 * process alive: the server that listens does.
 */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** A moment of a clock as the wall clock has it now, which is what a screen counts down to; milliseconds since 1970. */
export function wallTime(clock: Clock, at: number): number {
  return Math.round(Date.now() + at - clock.now());
}

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
