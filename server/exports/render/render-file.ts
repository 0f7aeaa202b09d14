import { createWriteStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Manifest } from "../../../contract/manifest.ts";
import type { ExportPaths } from "../keep/folders.ts";
import { writeParquet } from "./parquet.ts";
import { planKey, type RenderPlan } from "./plan.ts";
import { csvFile, jsonFile } from "./text-files.ts";
import { writeXlsx } from "./xlsx.ts";

/** Renderings that are being made, by their file: whoever asks meanwhile waits for the same one. */
const underWay = new Map<string, Promise<void>>();

async function write(plan: RenderPlan, manifest: Manifest, paths: ExportPaths, target: string): Promise<void> {
  const spool = { path: paths.rows, bytes: manifest.checkpoint.bytes };
  if (plan.format === "parquet") return await writeParquet(plan, spool, manifest, target);
  if (plan.format === "xlsx") return await writeXlsx(plan, spool, manifest, target);
  const parts = plan.format === "json" ? jsonFile(spool) : csvFile(plan, spool);
  await pipeline(Readable.from(parts, { highWaterMark: 1 }), createWriteStream(target, { mode: 0o600 }));
}

/** Writes beside the target and renames, so that a file under its final name is whole. */
async function make(plan: RenderPlan, manifest: Manifest, paths: ExportPaths, target: string): Promise<void> {
  const temporary = `${target}.tmp`;
  await mkdir(paths.renderings, { recursive: true, mode: 0o700 });
  try {
    await write(plan, manifest, paths, temporary);
    const file = await open(temporary, "r+");
    await file.sync().finally(() => file.close());
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * The file of an export in the format and with the options of a plan. It is written from the spool the first time it is
 * asked for, and kept. NDJSON is the spool itself.
 */
export async function renderedFile(plan: RenderPlan, manifest: Manifest, paths: ExportPaths): Promise<string> {
  if (plan.format === "ndjson") return paths.rows;
  const target = join(paths.renderings, planKey(plan, manifest));
  const known = await access(target).then(
    () => true,
    () => false,
  );
  if (known) return target;
  let making = underWay.get(target);
  if (!making) {
    making = make(plan, manifest, paths, target).finally(() => underWay.delete(target));
    underWay.set(target, making);
  }
  await making;
  return target;
}
