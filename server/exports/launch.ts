import { isDoubtful } from "../../contract/export-check.ts";
import { standsApart, type TimeRole } from "../../contract/fields.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { earshotCodes } from "../../contract/problem.ts";
import { cubeRoles } from "../../contract/roles.ts";
import { ProblemError, problemSentence } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";
import type { Entry } from "./entry.ts";
import { DiskFullFault, failureOf, isNoRoom, isUnforeseen } from "./failure.ts";
import { writeManifest } from "./keep/manifest-file.ts";
import { verifyWritten } from "./keep/proof.ts";
import { countDistinct } from "./render/count-distinct.ts";
import { renderPlan } from "./render/plan.ts";
import type { Follower, Renderings } from "./render/render-file.ts";
import { runExport } from "./runner.ts";
import type { ServiceOptions } from "./service-shape.ts";
import { note, PagesShifted } from "./snapshot/context.ts";
import { pageSizes } from "./snapshot/page-sizes.ts";
import { emptySha256 } from "./snapshot/spool.ts";

type LaunchOptions = ServiceOptions & {
  onChange(id: string): void;
  /** Throws where there is no room for more. */
  checkRoom(): Promise<void>;
  renderings: Renderings;
};

/** The room is looked at this often while an export runs. */
const roomEveryMs = 5000;

/** Forgets the rows that were taken. Next they come from a job if one is to be had: its result stands still. */
function beginAnew(manifest: Manifest): void {
  const { check } = manifest;
  if (check) {
    Object.assign(check, { leftOut: 0, astray: 0, restarted: true });
    delete check.countedBefore;
  }
  manifest.source = { kind: "job", why: sentence("sourceShifted") };
  manifest.checkpoint = { pages: 0, rows: 0, bytes: 0, nextToken: null, repeats: 0, sha256: emptySha256 };
  note(manifest, sentence("noteShifted"));
}

/** Starts runs, and writes down how each ended. */
export function launcher(options: LaunchOptions): (entry: Entry) => void {
  const { accounts, log, clock, onChange, renderings } = options;
  const sizes = pageSizes();
  // A manifest tells of its account no more than the last characters, and goes on with the usual one.
  const account = accounts.get(accounts.usual);

  async function timeRole(): Promise<TimeRole | undefined> {
    return (await account.fields(AbortSignal.timeout(60_000))).roles.time;
  }

  async function groupField(): Promise<string | undefined> {
    const fields = await account.fields(AbortSignal.timeout(60_000));
    const own = cubeRoles.flatMap((name) => fields.roles[name] ?? []);
    return own.find((one) => !standsApart(one, fields))?.field;
  }

  function roomChecks(): () => Promise<void> {
    let checkedAt = performance.now();
    return async () => {
      if (performance.now() - checkedAt < roomEveryMs) return;
      checkedAt = performance.now();
      await options.checkRoom().catch((error: unknown) => {
        if (!(error instanceof ProblemError && error.problem.code === earshotCodes.storageFull)) throw error;
        throw new DiskFullFault(problemSentence(error.problem), sentence("adviceQuota"));
      });
    };
  }

  function snapshot(entry: Entry, onSaved: (bytes: number) => void): Promise<void> {
    const { manifest, paths } = entry;
    return runExport({
      manifest,
      paths,
      bulk: account.upstream.bulk,
      sizes,
      signal: entry.controller.signal,
      clock,
      timeRole,
      groupField,
      beforeSave: roomChecks(),
      onSaved,
      onActivity: (activity) => {
        entry.activity = activity;
        entry.meter.note(manifest.checkpoint.rows);
        onChange(manifest.id);
      },
    });
  }

  /**
   * The rows come first: where there is no room for them and their file, the file goes and is made when asked for. It goes
   * as well where the rows have to be taken anew.
   *
   * @returns the file that followed them to their end.
   */
  async function takeRows(entry: Entry, begun: Follower | undefined): Promise<Follower | undefined> {
    for (let follower = begun; ; follower = undefined) {
      try {
        await snapshot(entry, (bytes) => follower?.counted(bytes));
        return follower;
      } catch (error) {
        if (error instanceof PagesShifted) beginAnew(entry.manifest);
        else if (!(follower && isNoRoom(error))) throw error;
        await follower?.stop();
      }
    }
  }

  /** The file may lag behind its rows, and take the last room after them: then it goes here as well. */
  async function writeEnd({ manifest, paths }: Entry, follower: Follower | undefined): Promise<void> {
    try {
      await writeManifest(paths.manifest, manifest);
    } catch (error) {
      if (!(follower && isNoRoom(error))) throw error;
      await follower.stop();
      await writeManifest(paths.manifest, manifest);
    }
  }

  async function run(entry: Entry): Promise<void> {
    const { manifest, paths } = entry;
    const { selection, check } = manifest;
    const begun = renderings.follow(renderPlan(manifest), manifest, paths);
    let follower: Follower | undefined;
    try {
      follower = await takeRows(entry, begun);
      if (selection) selection.found = await countDistinct(paths.rows, manifest.checkpoint, selection.field);
    } catch (error) {
      await begun?.stop();
      throw error;
    }
    // Times that may be hours off may be of conversations beside the range.
    const isOpen = manifest.notes.some(({ key }) => key === "dialectClocks");
    manifest.complete = !(check && isDoubtful(check)) && !isOpen;
    manifest.state = manifest.complete ? "complete" : "doubtful";
    manifest.finishedAt = new Date().toISOString();
    follower?.complete();
    await writeEnd(entry, follower);
  }

  /** A failure to write it down leaves `running` on disk, so that the next start goes on. */
  async function fail(entry: Entry, error: unknown): Promise<void> {
    const { manifest, paths } = entry;
    manifest.complete = false;
    manifest.state = entry.ending === "stop" ? "stopped" : "failed";
    if (manifest.state === "failed") manifest.failure = failureOf(error);
    manifest.finishedAt = new Date().toISOString();
    if (isUnforeseen(error) && entry.ending === undefined) {
      const where = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join(" |") : "";
      log(`an export failed: ${error instanceof Error ? error.name : "?"}${where}`);
    }
    await writeManifest(paths.manifest, manifest).catch(() => log("the manifest of a failed export was not written"));
  }

  return (entry) => {
    const { manifest, paths } = entry;
    entry.controller = new AbortController();
    entry.ending = undefined;
    if (manifest.state === "doubtful") delete manifest.check?.countedBefore;
    manifest.state = "running";
    entry.proof = undefined;
    delete manifest.failure;
    delete manifest.finishedAt;
    entry.run = run(entry)
      .catch((error: unknown) => (entry.ending === "shutdown" ? undefined : fail(entry, error)))
      .then(() => verifyWritten(entry))
      .finally(() => {
        entry.run = undefined;
        entry.activity = undefined;
        onChange(manifest.id);
        // What was asked for first is ready when it is fetched; whatever fails here is told then.
        if (manifest.state === "complete" || manifest.state === "doubtful")
          renderings.file(renderPlan(manifest), manifest, paths).catch(() => undefined);
      });
    onChange(manifest.id);
  };
}
