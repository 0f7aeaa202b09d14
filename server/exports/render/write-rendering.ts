import { open } from "node:fs/promises";
import type { Manifest } from "../../../contract/manifest.ts";
import type { Extent } from "./extent.ts";
import { writeParquet } from "./parquet.ts";
import type { RenderPlan } from "./plan.ts";
import { csvFile, jsonFile, type Parts } from "./text-files.ts";
import { writeXlsx } from "./xlsx.ts";

/** One file to be written, in words that can be sent to a thread. */
export type RenderJob = {
  plan: RenderPlan;
  /** Of an export that is still running, what it says at the moment. */
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

async function write({ plan, manifest, path, target }: RenderJob, extent: Extent): Promise<void> {
  const spool = { path, extent };
  if (plan.format === "parquet") return await writeParquet(plan, spool, manifest, target);
  if (plan.format === "xlsx") return await writeXlsx(plan, spool, manifest, target);
  return await writeParts(plan.format === "json" ? jsonFile(spool) : csvFile(plan, spool), target);
}

/** Writes a file to its end and makes it durable. */
export async function writeRendering(job: RenderJob, extent: Extent): Promise<void> {
  await write(job, extent);
  const file = await open(job.target, "r+");
  await file.sync().finally(() => file.close());
}
