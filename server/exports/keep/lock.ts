import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Takes the folder for this process: two servers would go on with the same export at once. A lock whose process is gone
 * is taken over.
 *
 * @returns whether it is ours now.
 */
export async function takeLock(folder: string): Promise<boolean> {
  const path = join(folder, "server.pid");
  const own = `${process.pid}\n`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(path, own, { flag: "wx" });
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const pid = Number(await readFile(path, "utf8").catch(() => ""));
    if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) return false;
    await rm(path, { force: true });
  }
  return false;
}

/** Gives the folder back. */
export function releaseLock(folder: string): Promise<void> {
  return rm(join(folder, "server.pid"), { force: true });
}
