import { open } from "node:fs/promises";

/** The parts of a file. Each is good until the next one is asked for. */
export type Parts = AsyncGenerator<Uint8Array>;

/** Writes the parts one behind the other into a file that only its owner may read. */
export async function writeParts(parts: Parts, target: string): Promise<void> {
  const file = await open(target, "w", 0o600);
  try {
    // A part is used again for the next one, so each has to be written before that is asked for.
    for await (const part of parts) await file.writeFile(part);
  } finally {
    await file.close();
  }
}
