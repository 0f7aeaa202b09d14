/**
 * Waits for work that others may wait for as well, and leaves it to itself when the waiting is given up.
 *
 * @throws what the work fails with, or the signal's reason.
 */
export async function untilAborted(work: Promise<void> | undefined, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    Promise.resolve(work)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", leave));
  });
}
