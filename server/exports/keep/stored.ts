import { chmod, readdir, rm } from "node:fs/promises";
import type { Manifest } from "../../../contract/manifest.ts";
import { type Entry, entryOf, statusOf } from "../entry.ts";
import { exportPaths, isExportId } from "./folders.ts";
import { readManifest } from "./manifest-file.ts";

/** How many folders are read side by side. */
const atOnce = 16;

/** What lies in the folder of exports. */
export type Stored = {
  entries: Entry[];
  /** Exports of which this version cannot tell anything, e.g. because their manifest is damaged. Nothing of them is touched. */
  unreadable: string[];
};

/** Whether everything that is told of an export can be told. */
function canBeShown(entry: Entry): boolean {
  try {
    statusOf(entry, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * One folder: its export, `unreadable`, or nothing where no export ever began in it, in which case it goes. What was
 * rendered goes, too: it is made again when it is asked for, and nobody has to trust what lay on the disk meanwhile.
 */
async function loadEntry(root: string, id: string): Promise<Entry | "unreadable" | undefined> {
  const paths = exportPaths(root, id);
  const manifest = await readManifest(paths.manifest);
  if (manifest?.id === id) {
    await rm(paths.renderings, { recursive: true, force: true });
    // Written by versions that left it to whoever may read.
    await chmod(paths.manifest, 0o600).catch(() => undefined);
    const entry = entryOf(root, manifest);
    return canBeShown(entry) ? entry : "unreadable";
  }
  // It may go at this moment, with an export that was being removed when the folder changed hands.
  const names = await readdir(paths.folder).catch(() => undefined);
  if (!names) return undefined;
  if (!names.every((name) => name.endsWith(".tmp"))) return "unreadable";
  await rm(paths.folder, { recursive: true, force: true });
  return undefined;
}

/** The exports in a folder. One that cannot be read costs itself alone. */
export async function loadEntries(root: string): Promise<Stored> {
  const stored: Stored = { entries: [], unreadable: [] };
  const left = (await readdir(root)).filter(isExportId);
  const work = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const loaded = await loadEntry(root, id);
      if (loaded === "unreadable") stored.unreadable.push(id);
      else if (loaded) stored.entries.push(loaded);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return stored;
}

/** Whether an export has ended and been kept long enough. A running one never has. */
export function isExpired({ state, finishedAt }: Manifest, retentionMs: number, now: number): boolean {
  return state !== "running" && finishedAt !== undefined && now - Date.parse(finishedAt) > retentionMs;
}
