import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Sentence } from "../../../contract/sentence.ts";
import { sentence } from "../../sentence.ts";
import type { Entry } from "../entry.ts";

/** What was found of a file when its bytes were last looked at. */
export type Proof = { size: number; mtimeMs: number; isThere: boolean; isWhole: boolean };

const chunk = 1024 * 1024;
/** Between two pieces of a file that nobody waits for: the disk is others' as well. */
const restMs = 15;

async function digestOf(path: string, restFor: number, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { highWaterMark: chunk, signal })) {
    hash.update(part);
    if (restFor > 0) await pause(restFor, undefined, { ref: false, ...(signal ? { signal } : {}) });
  }
  return hash.digest("hex");
}

const looking = new WeakMap<Entry, Promise<void>>();

async function look(entry: Entry, isSlow: boolean, signal?: AbortSignal): Promise<void> {
  const { manifest, paths } = entry;
  const { bytes, sha256 } = manifest.checkpoint;
  const found = await stat(paths.rows).catch(() => undefined);
  const { size, mtimeMs } = found ?? { size: 0, mtimeMs: 0 };
  const { proof } = entry;
  const isSame = proof !== undefined && proof.size === size && proof.mtimeMs === mtimeMs;
  if (isSame && !isSlow) return;
  const isWhole =
    size === bytes &&
    (bytes === 0 || (await digestOf(paths.rows, isSlow ? restMs : 0, signal).catch(() => "")) === sha256);
  signal?.throwIfAborted();
  // A run that began meanwhile writes into the file, and proves it itself.
  if (manifest.state === "running" || manifest.checkpoint.sha256 !== sha256) return;
  entry.proof = { size, mtimeMs, isThere: found !== undefined || bytes === 0, isWhole };
}

/**
 * Whether the rows of an export that has ended are still those that its manifest counts. Size and time of change are
 * looked at each time; the bytes only where they tell that somebody was there, or where nobody has looked yet.
 *
 * @param slow looks at the bytes in any case, and lets others go first.
 */
export async function isProven(entry: Entry, slow?: { signal: AbortSignal }): Promise<boolean> {
  if (entry.manifest.state === "running") return true;
  if (slow) await look(entry, true, slow.signal);
  else {
    // Whoever asks meanwhile waits for the same look; nobody waits for a slow one.
    await looking.get(entry);
    const now = look(entry, false).finally(() => {
      if (looking.get(entry) === now) looking.delete(entry);
    });
    looking.set(entry, now);
    await now;
  }
  return entry.proof?.isWhole ?? true;
}

/** What was just written through the digest is proven as far as size and time tell. */
export async function proveWritten(entry: Entry): Promise<void> {
  const found = await stat(entry.paths.rows).catch(() => undefined);
  const isWhole = found?.size === entry.manifest.checkpoint.bytes;
  entry.proof = found && isWhole ? { size: found.size, mtimeMs: found.mtimeMs, isThere: true, isWhole } : undefined;
}

/** What is said of an export whose rows are not those that were written; undefined where nothing speaks against them. */
export function damageOf({ manifest, proof }: Pick<Entry, "manifest" | "proof">): Sentence | undefined {
  if (manifest.state === "running" || proof === undefined || proof.isWhole) return undefined;
  return sentence(proof.isThere ? "exportDamaged" : "failureFilesGone");
}
