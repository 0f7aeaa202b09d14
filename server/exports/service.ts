import { mkdir, rm } from "node:fs/promises";
import type { NewExport } from "../../contract/export.ts";
import type { ExportEvent, ExportStatus } from "../../contract/export-status.ts";
import type { Manifest } from "../../contract/manifest.ts";
import type { OpenAccount } from "../accounts/account.ts";
import type { Clock } from "../clock.ts";
import { earshotProblem } from "../problem.ts";
import { sentence } from "../sentence.ts";
import type { Log } from "../twilio/upstream.ts";
import { type Entry, endRun, entryOf, statusOf } from "./entry.ts";
import { storageProblem } from "./failure.ts";
import { createFeed } from "./feed.ts";
import { folderLock, type LockTimes } from "./keep/lock.ts";
import { writeManifest } from "./keep/manifest-file.ts";
import { expiry } from "./keep/expiry.ts";
import { loadEntries } from "./keep/stored.ts";
import { bytesIn, folderBytes } from "./keep/usage.ts";
import { launcher } from "./launch.ts";
import { newManifest } from "./new-manifest.ts";
import { stopRenderings } from "./render/render-file.ts";

export type ExportSettings = {
  /** Each export is a folder in here. */
  folder: string;
  /** How long a finished export is kept. */
  retentionMs: number;
  /** How far apart the two looks are that an expired export is removed by. */
  secondLookMs: number;
  /** Bytes that all exports together may take. */
  quotaBytes: number;
  lockTimes: LockTimes;
  /** What runs wait for Twilio by. */
  clock: Clock;
};

export type ExportService = {
  /** @throws ProblemError when there is no room, or another server has the folder. */
  create(order: NewExport): Promise<string>;
  /** Newest first. */
  list(): ExportStatus[];
  status(id: string): ExportStatus;
  /** @throws ProblemError 404 for an id that is not an export's. */
  entry(id: string): Entry;
  cancel(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  listen(listener: (event: ExportEvent) => void): () => void;
  /** Ends all runs where they are; the next start goes on with them. */
  close(): Promise<void>;
};

export type ServiceOptions = ExportSettings & { account: OpenAccount; log: Log };

const cleanUpEveryMs = 10 * 60_000;

/** Resolves when nothing writes into its folder any more. */
async function letGo(one: Entry, why: "stop" | "shutdown"): Promise<void> {
  await endRun(one, why);
  await stopRenderings(one.paths);
}

const newestFirst = (a: Manifest, b: Manifest) =>
  b.createdAt < a.createdAt ? -1 : Number(b.createdAt > a.createdAt) || (a.id < b.id ? -1 : 1);

/** Opens the folder of exports and goes on with those that were running when the last server ended. */
export async function openExports(options: ServiceOptions): Promise<ExportService> {
  const { folder, retentionMs, quotaBytes } = options;
  const lock = folderLock(folder, () => void standBack(), options.lockTimes);
  const entries = new Map<string, Entry>();
  const expired = expiry(options);
  const feed = createFeed((id) => {
    const entry = entries.get(id);
    return entry && { type: "changed", item: statusOf(entry, retentionMs) };
  });
  const launch = launcher({ ...options, onChange: (id) => feed.changed(id), checkQuota });

  async function checkQuota(): Promise<void> {
    const used = await folderBytes(folder);
    if (used < quotaBytes) return;
    const size = bytesIn(used);
    const most = bytesIn(quotaBytes);
    throw earshotProblem(
      "storageFull",
      sentence("exportQuota", { used: size.value, usedUnit: size.unit, most: most.value, mostUnit: most.unit }),
    );
  }

  function entry(id: string): Entry {
    const found = entries.get(id);
    if (!found) throw earshotProblem("notFound", sentence("exportAbsent"));
    return found;
  }

  async function begun({ manifest, paths }: Entry): Promise<void> {
    await mkdir(paths.folder, { recursive: true, mode: 0o700 });
    await writeManifest(paths.manifest, manifest);
  }

  /** First of all it is no export any more, so that nobody begins with it while it goes. */
  async function forget(one: Entry): Promise<void> {
    const { manifest, paths } = one;
    entries.delete(manifest.id);
    feed.removed(manifest.id);
    await letGo(one, "stop");
    // A file that is asked for at this moment may make the folder of files again.
    await rm(paths.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }

  /** What cannot be removed is no reason to refuse anything else: it is tried again with the next start. */
  async function cleanUp(): Promise<void> {
    for (const one of entries.values()) {
      if (!expired.isOver(one.manifest)) continue;
      await forget(one).catch(() => options.log("an expired export was not removed"));
    }
  }

  let taking: Promise<boolean> | undefined;
  /** Takes the folder when another server that had it is gone, and goes on with what that one left. */
  function takeFolder(): Promise<boolean> {
    if (lock.isHeld && !taking) return Promise.resolve(true);
    // Made again where somebody removed it: without it there is no place for the lock.
    taking ??= mkdir(folder, { recursive: true, mode: 0o700 })
      .then(() => lock.take())
      .then(async (isOurs) => {
        if (isOurs) await load();
        return isOurs;
      })
      .finally(() => {
        taking = undefined;
      });
    return taking;
  }

  const otherServer = () => earshotProblem("conflict", sentence("exportOtherServer"));

  async function own(): Promise<void> {
    if (!(await takeFolder())) throw otherServer();
  }

  let closing = false;
  /** Asked right before a run begins: the folder may have been lost, or be about to be given back, since `own`. */
  function stillOwn(): void {
    if (closing || !lock.isHeld) throw otherServer();
  }

  /** Another server goes on with the exports: two would write the same rows. */
  async function standBack(): Promise<void> {
    options.log("another server has taken the folder of exports");
    const left = [...entries.values()];
    entries.clear();
    for (const one of left) feed.removed(one.manifest.id);
    await Promise.all(left.map((one) => letGo(one, "shutdown")));
  }

  async function load(): Promise<void> {
    for (const one of await loadEntries(folder)) entries.set(one.manifest.id, one);
    await cleanUp();
    for (const one of entries.values()) if (one.manifest.state === "running") launch(one);
  }

  /** @throws ProblemError where there is nothing to go on with. */
  function resumable(id: string): Entry {
    const one = entry(id);
    const { state } = one.manifest;
    if (state === "running") throw earshotProblem("conflict", sentence("exportRunning"));
    if (state === "complete") throw earshotProblem("conflict", sentence("exportComplete"));
    return one;
  }

  await takeFolder();
  const looking = setInterval(() => {
    if (!lock.isHeld) void takeFolder().catch(() => options.log("the folder of exports was not taken"));
  }, options.lockTimes.beatMs);
  looking.unref();
  const timer = setInterval(() => void cleanUp(), cleanUpEveryMs);
  timer.unref();

  return {
    entry,
    status: (id) => statusOf(entry(id), retentionMs),
    list: () =>
      [...entries.values()]
        .sort((a, b) => newestFirst(a.manifest, b.manifest))
        .map((one) => statusOf(one, retentionMs)),
    async create(order) {
      await own();
      const manifest = newManifest(order, options.account.describe());
      await cleanUp();
      await checkQuota();
      const one = entryOf(folder, manifest);
      await begun(one)
        .then(stillOwn)
        .catch(async (error: unknown) => {
          await rm(one.paths.folder, { recursive: true, force: true });
          throw storageProblem(error);
        });
      entries.set(manifest.id, one);
      launch(one);
      return manifest.id;
    },
    async cancel(id) {
      const one = entry(id);
      if (one.manifest.state !== "running") throw earshotProblem("conflict", sentence("exportEnded"));
      await endRun(one, "stop");
    },
    async resume(id) {
      await own();
      resumable(id);
      await checkQuota();
      // Asked again: while the quota was looked at, it may have been cleaned up, removed or resumed.
      let one = resumable(id);
      while (one.run !== undefined) {
        // It has ended, but is still writing down how: the new run would write beside it.
        await one.run;
        one = resumable(id);
      }
      stillOwn();
      launch(one);
    },
    async remove(id) {
      await forget(entry(id)).catch((error: unknown) => {
        throw storageProblem(error);
      });
    },
    listen: (listener) => feed.listen(listener),
    async close() {
      closing = true;
      clearInterval(timer);
      clearInterval(looking);
      feed.close();
      await Promise.all([...entries.values()].map((one) => letGo(one, "shutdown")));
      await lock.release();
    },
  };
}
