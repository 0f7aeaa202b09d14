import type { ExportActivity } from "../../contract/export-status.ts";
import type { TimeRole } from "../../contract/fields.ts";
import type { Manifest } from "../../contract/manifest.ts";
import type { Clock } from "../clock.ts";
import type { Bulk } from "../twilio/bulk.ts";
import { countBefore } from "./check/count.ts";
import { reconcile } from "./check/reconcile.ts";
import type { ExportPaths } from "./keep/folders.ts";
import { writeManifest } from "./keep/manifest-file.ts";
import type { RunContext } from "./snapshot/context.ts";
import type { PageSizes } from "./snapshot/page-sizes.ts";
import { takeSnapshot } from "./snapshot/run.ts";
import { saver } from "./snapshot/saver.ts";
import { openSpool } from "./snapshot/spool.ts";
import { openTaker } from "./snapshot/taker.ts";
import { withRetries } from "./snapshot/with-retries.ts";

export type RunOptions = {
  manifest: Manifest;
  paths: ExportPaths;
  bulk: Bulk;
  sizes: PageSizes;
  signal: AbortSignal;
  clock: Clock;
  timeRole(): Promise<TimeRole | undefined>;
  groupField(): Promise<string | undefined>;
  /** Throws where an export must not go on, e.g. because the quota is used up. */
  beforeSave(): Promise<void>;
  onActivity(activity: ExportActivity): void;
  /** The manifest on disk counts so many bytes of the spool. */
  onSaved(bytes: number): void;
};

/**
 * Runs one export to its end or to its next obstacle. The manifest on disk never counts a row that is not on disk.
 *
 * @throws what stopped it; whatever was saved stays.
 */
export async function runExport(options: RunOptions): Promise<void> {
  const { manifest, paths, bulk, sizes, signal, clock, timeRole, groupField, onActivity } = options;
  const spool = await openSpool(paths.rows, manifest.checkpoint);
  const saving = saver(async () => {
    const snapshot = structuredClone(manifest);
    await options.beforeSave();
    await spool.sync();
    await writeManifest(paths.manifest, snapshot);
    options.onSaved(snapshot.checkpoint.bytes);
  });
  const onCall = () => {
    manifest.calls += 1;
  };
  const context: RunContext = {
    manifest,
    bulk,
    sizes,
    signal,
    clock,
    timeRole,
    groupField,
    onActivity,
    save: () => saving.save(),
    withRetries: (call, limits) => withRetries({ signal, clock, onActivity, onCall }, call, limits),
  };
  try {
    onActivity({ kind: "starting" });
    const taker = await openTaker(context, spool);
    await countBefore(context);
    await takeSnapshot(context, spool, taker);
    await reconcile(context, spool, taker, paths.rows);
  } finally {
    // A save that is under way must not write into a file that is closed, nor after the manifest's last word.
    await saving.idle();
    await spool.close();
  }
}
