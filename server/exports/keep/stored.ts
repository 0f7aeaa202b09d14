import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../../../contract/manifest.ts";
import { type Entry, entryOf } from "../entry.ts";
import { type ExportPaths, exportPaths, isExportId } from "./folders.ts";
import { readManifest } from "./manifest-file.ts";

/** Half files of a server that was killed. Nobody else writes here yet. */
async function removeHalfFiles({ renderings }: ExportPaths): Promise<void> {
  const names = await readdir(renderings).catch(() => []);
  for (const name of names) if (name.endsWith(".tmp")) await rm(join(renderings, name), { force: true });
}

/**
 * The exports in a folder. A folder without a manifest is one whose export never began, and goes; one whose manifest this
 * version cannot read stays untouched.
 */
export async function loadEntries(root: string): Promise<Entry[]> {
  const loaded: Entry[] = [];
  for (const id of (await readdir(root)).filter(isExportId)) {
    const paths = exportPaths(root, id);
    const manifest = await readManifest(paths.manifest);
    if (manifest?.id === id) {
      await removeHalfFiles(paths);
      loaded.push(entryOf(root, manifest));
      continue;
    }
    // It may go at this moment, with an export that was being removed when the folder changed hands.
    const names = await readdir(paths.folder).catch(() => undefined);
    if (names?.every((name) => name.endsWith(".tmp"))) await rm(paths.folder, { recursive: true, force: true });
  }
  return loaded;
}

/** Whether an export has ended and been kept long enough. A running one never has. */
export function isExpired({ state, finishedAt }: Manifest, retentionMs: number, now: number): boolean {
  return state !== "running" && finishedAt !== undefined && now - Date.parse(finishedAt) > retentionMs;
}
