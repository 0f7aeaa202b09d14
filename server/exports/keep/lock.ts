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

/** Only the user that runs Earshot may read it, as everything in its folder. */
const mode = 0o600;

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

async function readHolder(file: string): Promise<{ text: string; holder: Holder | undefined }> {
  const text = await readFile(file, "utf8").catch(() => "");
  try {
    return { text, holder: holderSchema.parse(JSON.parse(text)) };
  } catch {
    return { text, holder: undefined };
  }
}

/** Tells whether a file has lain as it is for long enough, by the clock of who looks at it again and again. */
function lying(path: string, staleMs: number): { still(text: string): Promise<boolean> } {
  let seen: { text: string; changed: number; at: number } | undefined;
  return {
    async still(text) {
      const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
      const now = performance.now();
      if (seen?.text === text && seen.changed === changed) return now - seen.at >= staleMs;
      seen = { text, changed, at: now };
      return false;
    },
  };
}

/** Writes a file that is not there. Resolves with false where it is. */
async function write(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx", mode });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
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
  const next = `${path}.next`;
  const aside = `${path}.${id}`;
  let timer: NodeJS.Timeout | undefined;
  let isHeld = false;
  let takings = 0;
  const lies = lying(path, times.staleMs);
  const nextLies = lying(next, times.staleMs);

  /** Removes a file, unless it is another by now: then somebody was faster, whose file it stays. */
  async function removeIfStill(file: string, text: string): Promise<void> {
    await rename(file, aside).catch(() => undefined);
    const { text: moved } = await readHolder(aside);
    if (moved !== text) await link(aside, file).catch(() => undefined);
    await rm(aside, { force: true });
  }

  /**
   * Replaces the file of a holder that is gone with our own. Whoever does this first makes a second file, so that only one
   * can at a time, and then reads the lock again. The lock is replaced in one step: while it is missing, even for a moment,
   * another server could write its own.
   */
  async function follow(text: string, own: string): Promise<boolean> {
    if (!(await write(next, own))) {
      // Left by a server that was killed while it did this; it counts as left when it has not changed for a while.
      const { text: left } = await readHolder(next);
      if (await nextLies.still(left)) await removeIfStill(next, left);
      return false;
    }
    try {
      if ((await readHolder(path)).text !== text) return false;
      await writeFile(aside, own, { mode });
      await rename(aside, path);
      return true;
    } finally {
      await rm(next, { force: true });
    }
  }

  function lose(): void {
    isHeld = false;
    held.delete(id);
    clearInterval(timer);
  }

  async function beat(): Promise<void> {
    const taking = takings;
    const { holder } = await readHolder(path);
    // Lost while this was read, and perhaps taken again since: what was read then says nothing of it.
    if (!isHeld || taking !== takings) return;
    if (holder?.id === id) await utimes(path, new Date(), new Date());
    else {
      lose();
      onLost();
    }
  }

  function hold(): true {
    isHeld = true;
    takings += 1;
    timer = setInterval(() => void beat().catch(() => undefined), times.beatMs);
    timer.unref();
    return true;
  }

  async function take(): Promise<boolean> {
    if (isHeld) return true;
    const space = await pidSpace();
    const own = JSON.stringify({ id, pid: process.pid, space });
    held.add(id);
    if (await write(path, own)) return hold();
    const { text, holder } = await readHolder(path);
    // A file that names nobody is being written, or is half of one of a server that was killed.
    const isGone = (holder && isSurelyGone(holder, space)) || (await lies.still(text));
    if (isGone && (await follow(text, own))) return hold();
    held.delete(id);
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
