import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

function entryBytes(path: string, entry: Dirent): Promise<number> | number {
  if (entry.isDirectory()) return folderBytes(path);
  if (!entry.isFile()) return 0;
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/**
 * Bytes of all files below a folder. What vanishes meanwhile does not count: each folder is read on its own, since
 * `readdir` gives up on all of them where one goes.
 */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(entries.map((entry) => entryBytes(join(folder, entry.name), entry)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const units = ["bytes", "KB", "MB", "GB", "TB"] as const;

/** `12.4 GB`: for sentences, to a tenth. */
export function bytesIn(bytes: number): { value: number; unit: string } {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return { value: Math.round((bytes / 1000 ** power) * 10) / 10, unit: units[power] ?? "" };
}
