import type { Entry } from "../entry.ts";
import { readManifest, writeManifest } from "./manifest-file.ts";

/**
 * Writes the manifest of an export that has ended once more, where its file is damaged: what this server has in memory is
 * what it wrote, or read as whole. A run that begins meanwhile waits for it.
 */
export async function mendManifest(entry: Entry, signal: AbortSignal): Promise<void> {
  const { manifest, paths } = entry;
  const isOver = () => entry.run === undefined && manifest.state !== "running";
  if (!isOver()) return;
  const { kind } = await readManifest(paths.manifest);
  // Without a file, somebody has removed the folder.
  if (kind === "read" || kind === "absent" || signal.aborted || !isOver()) return;
  entry.run = writeManifest(paths.manifest, manifest)
    .catch(() => undefined)
    .finally(() => {
      entry.run = undefined;
    });
  await entry.run;
}
