import type { ExportActivity, ExportStatus } from "../../contract/export-status.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { type ExportPaths, exportPaths } from "./keep/folders.ts";
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
    run: undefined,
  };
}

export function statusOf({ manifest, activity, meter }: Entry, retentionMs: number): ExportStatus {
  return exportStatus(manifest, { activity, rate: meter.rate() }, retentionMs);
}

/** Tells a run to end and waits until it has. */
export async function endRun(entry: Entry, why: "stop" | "shutdown"): Promise<void> {
  if (!entry.run) return;
  entry.ending = why;
  entry.controller.abort();
  await entry.run;
}
