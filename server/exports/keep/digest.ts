import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const chunk = 1024 * 1024;
/** Between two pieces of work that nobody waits for: the disk and the processor are others' as well. */
const restMs = 15;

/** @throws the signal's reason. */
export async function rest(signal: AbortSignal): Promise<void> {
  await pause(restMs, undefined, { ref: false, signal });
}

/**
 * The SHA-256 of a file, as hexadecimal digits.
 *
 * @param slow nobody waits for it, so that others go first; ends with its signal.
 * @throws what reading throws, or the signal's reason.
 */
export async function fileDigest(path: string, slow?: { signal: AbortSignal }): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { highWaterMark: chunk, signal: slow?.signal })) {
    hash.update(part);
    if (slow) await rest(slow.signal);
  }
  return hash.digest("hex");
}
