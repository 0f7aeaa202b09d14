import { stat } from "node:fs/promises";
import type { Manifest } from "../../../contract/manifest.ts";
import type { Sentence } from "../../../contract/messages/sentence.ts";
import { sentence } from "../../messages/sentence.ts";
import { fileDigest } from "./digest.ts";
import type { ExportPaths } from "./folders.ts";

/** What was found of a file when its bytes were last looked at. */
export type Proof = { size: number; mtimeMs: number; isThere: boolean; isWhole: boolean };

/** What of an export is looked at, and where it is written down what was found. */
type Provable = { manifest: Manifest; paths: ExportPaths; proof: Proof | undefined };

const looking = new WeakMap<Provable, Promise<void>>();

async function look(entry: Provable, slow?: { signal: AbortSignal }): Promise<void> {
  const { manifest, paths } = entry;
  const { bytes, sha256 } = manifest.checkpoint;
  const found = await stat(paths.rows).catch(() => undefined);
  const { size, mtimeMs } = found ?? { size: 0, mtimeMs: 0 };
  const { proof } = entry;
  const isSame = proof !== undefined && proof.size === size && proof.mtimeMs === mtimeMs;
  if (isSame && !slow) return;
  const isWhole = size === bytes && (bytes === 0 || (await fileDigest(paths.rows, slow).catch(() => "")) === sha256);
  slow?.signal.throwIfAborted();
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
export async function isProven(entry: Provable, slow?: { signal: AbortSignal }): Promise<boolean> {
  if (entry.manifest.state === "running") return true;
  if (slow) await look(entry, slow);
  else {
    // Whoever asks meanwhile waits for the same look; nobody waits for a slow one.
    await looking.get(entry);
    const now = look(entry).finally(() => {
      if (looking.get(entry) === now) looking.delete(entry);
    });
    looking.set(entry, now);
    await now;
  }
  return entry.proof?.isWhole ?? true;
}

/** What was just written through the digest is proven as far as size and time tell. */
export async function verifyWritten(entry: Provable): Promise<void> {
  const found = await stat(entry.paths.rows).catch(() => undefined);
  const isWhole = found?.size === entry.manifest.checkpoint.bytes;
  entry.proof = found && isWhole ? { size: found.size, mtimeMs: found.mtimeMs, isThere: true, isWhole } : undefined;
}

/** What is said of an export whose rows are not those that were written; undefined where nothing speaks against them. */
export function damageOf({ manifest, proof }: Pick<Provable, "manifest" | "proof">): Sentence | undefined {
  if (manifest.state === "running" || proof === undefined || proof.isWhole) return undefined;
  return sentence(proof.isThere ? "exportDamaged" : "failureFilesGone");
}
