import { randomUUID } from "node:crypto";
import { link, readFile, readlink, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const holderSchema = z.object({ id: z.string(), pid: z.number().int().positive(), space: z.string() });
type Holder = z.infer<typeof holderSchema>;

export type LockTimes = {
  /** How often the holder shows that it is there. */
  beatMs: number;
  /** For how long a holder must have shown nothing, seen by who waits, to count as gone. */
  staleMs: number;
};

export type FolderLock = {
  readonly isHeld: boolean;
  /** Takes the folder, or tries to. Resolves with whether it is ours. */
  take(): Promise<boolean>;
  /** Gives the folder back. */
  release(): Promise<void>;
};

export const usualLockTimes: LockTimes = { beatMs: 5000, staleMs: 20_000 };
/** The locks that this process holds: of its own pid, no other can still be there. */
const held = new Set<string>();

/**
 * Where a pid means a process: containers have pids of their own, often all the same ones, and may even share a host's
 * name. Systems without such spaces have one for each host.
 */
async function pidSpace(): Promise<string> {
  const space = await readlink("/proc/self/ns/pid").catch(() => "");
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return `${hostname()} ${boot.trim()} ${space}`.trim();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether it can be told at once that the holder is gone; where it cannot, its beats decide. */
function isSurelyGone(holder: Holder, space: string): boolean {
  if (holder.space !== space) return false;
  return holder.pid === process.pid ? !held.has(holder.id) : !isAlive(holder.pid);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

/**
 * The right to write into a folder: two servers would go on with the same export at once. It is a file that names its
 * holder, whose time of change the holder moves on. A holder whose process is gone is followed at once; of one that
 * cannot be asked, in another container or on another host, the file has to lie still for a while. That is measured by
 * the clock of who waits, so clocks need not agree.
 *
 * @param onLost called when another has taken the folder, because this process had stood still for too long.
 */
export function folderLock(folder: string, onLost: () => void, times: LockTimes): FolderLock {
  const path = join(folder, "server.lock");
  const id = randomUUID();
  const aside = `${path}.${id}`;
  let timer: NodeJS.Timeout | undefined;
  let isHeld = false;
  /** What lay there when a waiting process last saw it change. */
  let seen: { text: string; changed: number; at: number } | undefined;

  async function readHolder(file: string): Promise<{ text: string; holder: Holder | undefined }> {
    const text = await readFile(file, "utf8").catch(() => "");
    try {
      return { text, holder: holderSchema.parse(JSON.parse(text)) };
    } catch {
      return { text, holder: undefined };
    }
  }

  async function liesStill(text: string): Promise<boolean> {
    const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
    const now = performance.now();
    if (seen?.text === text && seen.changed === changed) return now - seen.at >= times.staleMs;
    seen = { text, changed, at: now };
    return false;
  }

  /** Takes the file away, unless it is another by now: then somebody was faster, whose file it stays. */
  async function takeAway(text: string): Promise<void> {
    await rename(path, aside).catch(() => undefined);
    const { text: moved } = await readHolder(aside);
    if (moved !== text) await link(aside, path).catch(() => undefined);
    await rm(aside, { force: true });
  }

  function lose(): void {
    isHeld = false;
    held.delete(id);
    clearInterval(timer);
  }

  async function beat(): Promise<void> {
    const { holder } = await readHolder(path);
    if (!isHeld) return;
    if (holder?.id === id) await utimes(path, new Date(), new Date());
    else {
      lose();
      onLost();
    }
  }

  async function write(space: string): Promise<boolean> {
    try {
      await writeFile(path, JSON.stringify({ id, pid: process.pid, space }), { flag: "wx" });
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  async function take(): Promise<boolean> {
    if (isHeld) return true;
    const space = await pidSpace();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      held.add(id);
      if (await write(space)) {
        isHeld = true;
        timer = setInterval(() => void beat().catch(() => undefined), times.beatMs);
        timer.unref();
        return true;
      }
      held.delete(id);
      const { text, holder } = await readHolder(path);
      // A file that names nobody is being written, or is half of one of a server that was killed.
      const isGone = (holder && isSurelyGone(holder, space)) || (await liesStill(text));
      if (!isGone) return false;
      await takeAway(text);
    }
    return false;
  }

  return {
    get isHeld() {
      return isHeld;
    },
    take,
    async release() {
      if (!isHeld) return;
      lose();
      const { holder } = await readHolder(path);
      if (holder?.id === id) await rm(path, { force: true });
    },
  };
}
