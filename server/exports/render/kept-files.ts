import { rm, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fileDigest } from "../keep/digest.ts";

/** Finished renderings of one export that are kept: five formats, and some of them in other ways. */
const mostOfOne = 8;

type Kept = { size: number; mtimeMs: number; sha256: string };

/** The renderings that were written by this process, the one that was not used for the longest time first. */
export type KeptFiles = {
  /** Whether the file is there, as it was written. What changed since is no rendering any more, and goes. */
  has(path: string): Promise<boolean>;
  /** It was just written, and has this digest. Others of its export go where there are too many. */
  add(path: string, sha256: string): Promise<void>;
  /**
   * Looks at the bytes of all of them, one after another, where nobody waits. What lost a bit goes: it is made again from
   * the rows when it is asked for.
   *
   * @param onGone told of each that went.
   */
  check(signal: AbortSignal, onGone: (path: string) => void): Promise<void>;
  /** Removes the oldest; the id of its export. */
  dropOldest(): Promise<string | undefined>;
  /** Those of a folder are gone. */
  forget(folder: string): void;
};

export function keptFiles(): KeptFiles {
  const files = new Map<string, Kept>();

  async function drop(path: string): Promise<void> {
    files.delete(path);
    await rm(path, { force: true });
  }

  return {
    async has(path) {
      const kept = files.get(path);
      const found = kept && (await stat(path).catch(() => undefined));
      if (!found) return false;
      if (found.size !== kept.size || found.mtimeMs !== kept.mtimeMs) {
        await drop(path);
        return false;
      }
      // Behind the others: a map keeps the order in which its keys came.
      files.delete(path);
      files.set(path, kept);
      return true;
    },
    async add(path, sha256) {
      const { size, mtimeMs } = await stat(path);
      files.set(path, { size, mtimeMs, sha256 });
      const own = [...files.keys()].filter((one) => dirname(one) === dirname(path));
      for (const one of own.slice(0, Math.max(0, own.length - mostOfOne))) await drop(one);
    },
    async check(signal, onGone) {
      for (const [path, kept] of [...files]) {
        if (signal.aborted) return;
        const found = await fileDigest(path, { signal }).catch(() => "");
        // What was dropped or written anew meanwhile is not what was looked at.
        if (signal.aborted || files.get(path) !== kept || found === kept.sha256) continue;
        await drop(path);
        onGone(path);
      }
    },
    async dropOldest() {
      const [oldest] = files.keys();
      if (oldest === undefined) return undefined;
      await drop(oldest);
      return basename(dirname(dirname(oldest)));
    },
    forget(folder) {
      for (const path of files.keys()) if (dirname(path) === folder) files.delete(path);
    },
  };
}
