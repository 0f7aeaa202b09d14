import { chmod, readdir, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Manifest } from "../../../contract/manifest.ts";
import { type Entry, entryOf, statusOf } from "../entry.ts";
import { exportPaths, isExportId } from "./folders.ts";
import { readManifest } from "./manifest-file.ts";

/** How many folders are read side by side. */
const atOnce = 16;

/** What is wrong with a manifest: this version cannot read it, or it is not what was written. */
export type Damage = "exportUnreadable" | "exportChanged";

/** What lies in the folder of exports. */
export type Stored = {
  entries: Entry[];
  /** Exports of which nothing can be told, because their manifest is damaged, say. Nothing of them is touched. */
  damaged: { id: string; why: Damage }[];
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

/** How long a folder is given to become emptier, and how often. */
const goingMs = 200;
const mostLooks = 20;

/**
 * What lies in a folder; undefined where there is none. One without a manifest may go at this moment, with an export that
 * was being removed when the folder changed hands, or by somebody's hand: it is looked at again as long as it gets emptier.
 */
async function namesThatStay(folder: string, mayBeGoing: boolean): Promise<string[] | undefined> {
  let names = await readdir(folder).catch(() => undefined);
  for (let looks = 0; mayBeGoing && names?.length && looks < mostLooks; looks += 1) {
    await sleep(goingMs);
    const left = await readdir(folder).catch(() => undefined);
    if (left?.length === names.length) break;
    names = left;
  }
  return names;
}

/**
 * One folder: its export, what is wrong with it, or nothing where no export ever began in it, in which case it goes. What was
 * rendered goes, too: it is made again when it is asked for, and nobody has to trust what lay on the disk meanwhile.
 */
async function loadEntry(root: string, id: string): Promise<Entry | Damage | undefined> {
  const paths = exportPaths(root, id);
  const read = await readManifest(paths.manifest);
  if (read.kind === "read" && read.manifest.id === id) {
    await rm(paths.renderings, { recursive: true, force: true });
    // Written by versions that left it to whoever may read.
    await chmod(paths.manifest, 0o600).catch(() => undefined);
    const entry = entryOf(root, read.manifest);
    return canBeShown(entry) ? entry : "exportUnreadable";
  }
  const names = await namesThatStay(paths.folder, read.kind === "absent");
  if (!names) return undefined;
  if (!names.every((name) => name.endsWith(".tmp")))
    return read.kind === "changed" ? "exportChanged" : "exportUnreadable";
  await rm(paths.folder, { recursive: true, force: true });
  return undefined;
}

/** The exports in a folder. One that cannot be read costs itself alone. */
export async function loadEntries(root: string): Promise<Stored> {
  const stored: Stored = { entries: [], damaged: [] };
  const left = (await readdir(root)).filter(isExportId);
  const work = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const loaded = await loadEntry(root, id);
      if (typeof loaded === "string") stored.damaged.push({ id, why: loaded });
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
