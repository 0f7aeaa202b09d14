import { open, writeFile } from "node:fs/promises";
import type { Manifest } from "../../../contract/manifest.ts";
import { csvFile, jsonFile, type Parts } from "../formats/json.ts";
import { writeParquet } from "../formats/parquet.ts";
import type { Extent } from "../formats/spool/extent.ts";
import { writeXlsx } from "../formats/xlsx.ts";
import { fileDigest } from "../keep/digest.ts";
import type { RenderPlan } from "./plan.ts";

/** One file to be written, in words that can be sent to a thread. */
export type RenderJob = {
  plan: RenderPlan;
  /** What it said when the file was begun; once the extent has ended, its last word. */
  manifest: Manifest;
  /** The spool. */
  path: string;
  target: string;
};

async function writeParts(parts: Parts, target: string): Promise<void> {
  const file = await open(target, "w", 0o600);
  try {
    // A part is used again for the next one, so each has to be written before that is asked for.
    for await (const part of parts) await file.writeFile(part);
  } finally {
    await file.close();
  }
}

async function write(job: RenderJob, extent: Extent): Promise<void> {
  const { plan, manifest, path, target } = job;
  const spool = { path, extent };
  if (plan.format === "parquet") {
    // Its writer opens the file by name alone, and leaves the rights of one that is there.
    await writeFile(target, "", { mode: 0o600 });
    return await writeParquet(plan, spool, manifest, target);
  }
  if (plan.format === "xlsx") return await writeXlsx(plan, spool, () => job.manifest, target);
  return await writeParts(plan.format === "json" ? jsonFile(spool) : csvFile(plan, spool), target);
}

/** The spool is whole, and this is what its manifest says in the end. */
export function endRendering(job: RenderJob, extent: Extent, manifest: Manifest): void {
  // Before the end is told: who reads the last row asks for the manifest next.
  job.manifest = manifest;
  extent.end();
}

/** Writes a file to its end and makes it durable. @returns its SHA-256, by which it is known as long as it is kept. */
export async function writeRendering(job: RenderJob, extent: Extent): Promise<string> {
  await write(job, extent);
  const file = await open(job.target, "r+");
  await file.sync().finally(() => file.close());
  return await fileDigest(job.target);
}
