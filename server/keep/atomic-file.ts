import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes the names in a folder durable: without it, a power cut can undo a rename. Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  try {
    await folder?.sync().catch(() => undefined);
  } finally {
    await folder?.close();
  }
}

/**
 * Replaces a file so that whoever reads it, also after a crash at any moment, finds the old content or the new one,
 * whole. Only the user that runs Earshot may read it.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    const file = await open(temporary, "w", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}
