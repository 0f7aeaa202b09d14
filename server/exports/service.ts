import { mkdir, rm } from "node:fs/promises";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import { type Entry, endRun, entryOf, statusOf } from "./entry.ts";
import { exportList } from "./export-list.ts";
import { storageProblem } from "./failure.ts";
import { createFeed } from "./feed.ts";
import { expiry } from "./keep/expiry.ts";
import { exportPaths } from "./keep/folders.ts";
import { folderLock } from "./keep/lock.ts";
import { writeManifest } from "./keep/manifest-file.ts";
import { periodicCheck } from "./keep/periodic-check.ts";
import { damageOf, isProven } from "./keep/proof.ts";
import { exportQuota } from "./keep/quota.ts";
import { loadEntries } from "./keep/stored.ts";
import { launcher } from "./launch.ts";
import { newManifest } from "./new-manifest.ts";
import { createRenderings } from "./render/render-file.ts";
import type { ExportService, ServiceOptions } from "./service-shape.ts";

const cleanUpEveryMs = 10 * 60_000;

/** Opens the folder of exports and goes on with those that were running when the last server ended. */
export async function openExports(options: ServiceOptions): Promise<ExportService> {
  const { folder, retentionMs, limits } = options;
  const lock = folderLock(folder, () => void standBack(), options.lockTimes);
  const shelf = exportList(retentionMs);
  const expired = expiry(options);
  const { entry } = shelf;
  const feed = createFeed((id) => {
    const one = shelf.find(id);
    return one && { type: "changed", item: statusOf(one, retentionMs) };
  });
  const checkRoom = () => room.check();
  const renderings = createRenderings({ checkRoom, onChange: (id) => room.changed(id) });
  const room = exportQuota(folder, options.quotaBytes, renderings);
  const onChange = (id: string) => {
    room.changed(id);
    feed.changed(id);
  };
  const launch = launcher({ ...options, onChange, checkRoom, renderings });
  const round = periodicCheck({
    all: shelf.all,
    onTurn: (one) => feed.changed(one.manifest.id),
    checkFiles: renderings.check,
  });

  /** Resolves when nothing writes into its folder any more. */
  async function letGo(one: Entry, why: "stop" | "shutdown"): Promise<void> {
    await endRun(one, why);
    await renderings.stop(one.paths);
  }

  /** Exports that are about to begin: however many are asked for at once, each counts. */
  let beginning = 0;

  /** @throws ProblemError where no further export may run. */
  function checkRunning(): void {
    const running = shelf.all().filter(({ manifest }) => manifest.state === "running").length;
    if (running + beginning >= limits.running)
      throw earshotProblem("busy", sentence("busyExports", { most: limits.running }));
  }

  /** @throws ProblemError where no further export is kept. */
  function checkKept(): void {
    if (shelf.size + beginning >= limits.kept)
      throw earshotProblem("storageFull", sentence("exportsKept", { most: limits.kept }));
  }

  /** Writes down an export that begins; from then on it is one. */
  async function begin(one: Entry): Promise<void> {
    const { manifest, paths } = one;
    beginning += 1;
    try {
      await mkdir(paths.folder, { recursive: true, mode: 0o700 });
      await writeManifest(paths.manifest, manifest);
      stillOwn();
      shelf.put(one);
    } catch (error) {
      await rm(paths.folder, { recursive: true, force: true });
      throw storageProblem(error);
    } finally {
      beginning -= 1;
    }
  }

  async function removeFolder(id: string): Promise<void> {
    // A file that is asked for at this moment may make the folder of files again.
    await rm(exportPaths(folder, id).folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    room.forget(id);
  }

  /** First of all it is no export any more, so that nobody begins with it while it goes. */
  async function forget(one: Entry): Promise<void> {
    const { id } = one.manifest;
    shelf.drop(id);
    feed.removed(id);
    await letGo(one, "stop");
    await removeFolder(id);
  }

  async function forgetDamaged(id: string): Promise<void> {
    await removeFolder(id);
    shelf.drop(id);
    feed.removed(id);
  }

  /** What cannot be removed is no reason to refuse anything else: it is tried again with the next start. */
  async function cleanUp(): Promise<void> {
    for (const one of shelf.all()) {
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
    round.end();
    const left = shelf.clear();
    for (const { manifest } of left) {
      feed.removed(manifest.id);
      room.forget(manifest.id);
    }
    await Promise.all(left.map((one) => letGo(one, "shutdown")));
  }

  async function load(): Promise<void> {
    const { entries, damaged } = await loadEntries(folder);
    for (const one of entries) shelf.put(one);
    for (const { id, why } of damaged) shelf.putDamaged(id, why);
    if (damaged.length > 0) options.log(`the manifests of ${damaged.length} exports are damaged`);
    await room.measure([...entries.map(({ manifest }) => manifest.id), ...damaged.map(({ id }) => id)]);
    await cleanUp();
    for (const one of shelf.all()) if (one.manifest.state === "running") launch(one);
    round.begin();
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
    renderings,
    status: (id) => statusOf(entry(id), retentionMs),
    page: (limit, after) => shelf.page(limit, after),
    async prove(id) {
      const one = entry(id);
      const before = damageOf(one) !== undefined;
      const isWhole = await isProven(one);
      if (before === isWhole) feed.changed(id);
      const damage = damageOf(one);
      if (damage) throw earshotProblem(one.proof?.isThere ? "conflict" : "notFound", damage);
    },
    async create({ account }, order) {
      await own();
      const manifest = newManifest(order, account.describe());
      await cleanUp();
      await room.check();
      checkRunning();
      checkKept();
      const one = entryOf(folder, manifest);
      await begin(one);
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
      await room.check();
      // Asked again: while the quota was looked at, it may have been cleaned up, removed or resumed.
      let one = resumable(id);
      while (one.run !== undefined) {
        // It has ended, but is still writing down how: the new run would write beside it.
        await one.run;
        one = resumable(id);
      }
      stillOwn();
      checkRunning();
      launch(one);
    },
    async remove(id) {
      const removed = shelf.isDamaged(id) ? forgetDamaged(id) : forget(entry(id));
      await removed.catch((error: unknown) => {
        throw storageProblem(error);
      });
    },
    mostFollowers: limits.followers,
    listen: feed.listen,
    async close() {
      closing = true;
      clearInterval(timer);
      clearInterval(looking);
      round.end();
      feed.close();
      await Promise.all(shelf.all().map((one) => letGo(one, "shutdown")));
      await lock.release();
    },
  };
}
