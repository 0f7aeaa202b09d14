import { stat } from "node:fs/promises";
import { join } from "node:path";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import { bytesIn, folderBytes } from "./usage.ts";

/** How many folders are looked at side by side. */
const atOnce = 16;

/**
 * What the exports take of what they may take. The bytes of each are remembered and looked at anew only where they have
 * changed: looking at ten thousand folders for every new export would hold everybody up.
 */
export type Quota = {
  /** The files of an export have changed, or are changing. */
  changed(id: string): void;
  forget(id: string): void;
  /** Looks at these exports first of all. */
  measure(ids: readonly string[]): Promise<void>;
  /** @throws ProblemError 507, where there is no room although everything that can be made again has gone. */
  check(): Promise<void>;
};

/** What is asked of whoever keeps files that can be made again. */
export type Evictable = {
  /** Removes the one that was not used for the longest time; the export's id, or undefined where there is none. */
  dropOldest(): Promise<string | undefined>;
};

export function exportQuota(folder: string, quotaBytes: number, spare: Evictable): Quota {
  const known = new Map<string, number>();
  const dirty = new Set<string>();

  async function look(id: string): Promise<void> {
    dirty.delete(id);
    const bytes = await folderBytes(join(folder, id));
    // What was removed while it was still being written to takes nothing.
    if (bytes > 0) known.set(id, bytes);
    else known.delete(id);
  }

  async function measure(ids: readonly string[]): Promise<void> {
    const left = [...ids];
    const work = async () => {
      for (let id = left.pop(); id !== undefined; id = left.pop()) await look(id);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  async function used(): Promise<number> {
    await measure([...dirty]);
    const lock = await stat(join(folder, "server.lock")).catch(() => undefined);
    return [...known.values()].reduce((sum, bytes) => sum + bytes, lock?.size ?? 0);
  }

  return {
    changed: (id) => void dirty.add(id),
    forget(id) {
      known.delete(id);
      dirty.delete(id);
    },
    measure,
    async check() {
      let taken = await used();
      while (taken >= quotaBytes) {
        const id = await spare.dropOldest();
        if (id === undefined) break;
        dirty.add(id);
        taken = await used();
      }
      if (taken < quotaBytes) return;
      const size = bytesIn(taken);
      const most = bytesIn(quotaBytes);
      throw earshotProblem(
        "storageFull",
        sentence("exportQuota", { used: size.value, usedUnit: size.unit, most: most.value, mostUnit: most.unit }),
      );
    },
  };
}
