import type { ExportActivity, ExportStatus } from "../../contract/export-status.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { type ExportPaths, exportPaths } from "./keep/folders.ts";
import { damageOf, type Proof } from "./keep/proof.ts";
import { type RateMeter, rateMeter } from "./rate.ts";
import { exportStatus } from "./status.ts";

/** One export in the memory of the server. */
export type Entry = {
  manifest: Manifest;
  paths: ExportPaths;
  activity: ExportActivity | undefined;
  meter: RateMeter;
  /** Why the run is told to end, once it is. */
  ending: "stop" | "shutdown" | undefined;
  controller: AbortController;
  /** What was found of the rows on the disk when they were last looked at, once the export has ended. */
  proof: Proof | undefined;
  /** Resolves when the run has ended and its manifest says how; never rejects. */
  run: Promise<void> | undefined;
};

export function entryOf(root: string, manifest: Manifest): Entry {
  return {
    manifest,
    paths: exportPaths(root, manifest.id),
    activity: undefined,
    meter: rateMeter(),
    ending: undefined,
    controller: new AbortController(),
    proof: undefined,
    run: undefined,
  };
}

export function statusOf(entry: Entry, retentionMs: number): ExportStatus {
  const { manifest, activity, meter } = entry;
  return exportStatus(manifest, { activity, rate: meter.rate(), damage: damageOf(entry) }, retentionMs);
}

/** Tells a run to end and waits until it has. */
export async function endRun(entry: Entry, why: "stop" | "shutdown"): Promise<void> {
  if (!entry.run) return;
  entry.ending = why;
  entry.controller.abort();
  await entry.run;
}
