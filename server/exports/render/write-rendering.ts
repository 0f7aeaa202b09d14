import { open } from "node:fs/promises";
import type { Manifest } from "../../../contract/manifest.ts";
import type { RenderPlan } from "../formats/format.ts";
import { writers } from "../formats/formats.ts";
import type { Watermark } from "../formats/spool/watermark.ts";
import { fileDigest } from "../keep/digest.ts";

/** One file to be written, in a form that can be sent to a thread. */
export type RenderJob = {
  plan: RenderPlan;
  /** What it said when the file was begun; once the spool is whole, its last word. */
  manifest: Manifest;
  /** The spool. */
  path: string;
  target: string;
};

async function write(job: RenderJob, watermark: Watermark): Promise<void> {
  const writer = writers[job.plan.format];
  if (writer.isSpool) throw new Error("A file that is the spool itself is not written.");
  const { plan, path, target } = job;
  await writer.write({ plan, spool: { path, watermark }, manifest: () => job.manifest, target });
}

/** The spool is whole, and this is what its manifest says in the end. */
export function endRendering(job: RenderJob, watermark: Watermark, manifest: Manifest): void {
  // Before the end is told: who reads the last row asks for the manifest next.
  job.manifest = manifest;
  watermark.end();
}

/** Writes a file to its end and makes it durable. @returns its SHA-256, by which it is known as long as it is kept. */
export async function writeRendering(job: RenderJob, watermark: Watermark): Promise<string> {
  await write(job, watermark);
  const file = await open(job.target, "r+");
  await file.sync().finally(() => file.close());
  return await fileDigest(job.target);
}
