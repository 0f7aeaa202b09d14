import type { Clock } from "./clock.ts";
import { ConfigError } from "./config/config-error.ts";

/** Something that the start needs does not answer, and what hangs in it cannot be taken back. */
export class HangingError extends ConfigError {}

/** A disk that sleeps has woken up by then. */
const wordAfterMs = 3000;
const giveUpAfterMs = 30_000;

/**
 * Waits for what is read or made in the data folder at the start. A folder on a share that is gone hangs whoever touches
 * it, without an error: that is said after three seconds, and ends the start after half a minute.
 *
 * @throws HangingError then; else what the opening throws.
 */
export async function answersInTime<Value>(
  opening: Promise<Value>,
  clock: Clock,
  log: (line: string) => void,
): Promise<Value> {
  const takeBack = clock.after(wordAfterMs, () => log("DATA_DIR does not answer yet; the start waits for it"));
  let takeBackEnd: (() => void) | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    const why = `DATA_DIR did not answer for ${giveUpAfterMs / 1000} seconds: see whether the disk or share that it is on is there.`;
    takeBackEnd = clock.after(giveUpAfterMs, () => reject(new HangingError(why)));
  });
  try {
    return await Promise.race([opening, end]);
  } finally {
    takeBack();
    takeBackEnd?.();
  }
}
