import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newExportSchema } from "../../contract/export.ts";
import type { Manifest } from "../../contract/manifest.ts";
import { exportPaths } from "../../server/exports/keep/folders.ts";
import { newManifest } from "../../server/exports/new-manifest.ts";

/** An account as manifests tell of it. */
export const account = {
  mode: "twilio" as const,
  account: "…cdef",
  fields: {},
  chosen: {},
  refused: [],
  grains: [],
  known: 0,
  version: "1",
};

/** Puts a complete export without rows into a server's folder of data, as an earlier server left it. @returns its id. */
export async function storeExport(dataFolder: string, more: Partial<Manifest> = {}): Promise<string> {
  const request = { query: { dimensions: ["Id"] } };
  const order = newExportSchema.parse({ request, columns: [{ field: "Id", header: "Id" }] });
  const made = newManifest(order, account);
  const end = { state: "complete" as const, complete: true, finishedAt: new Date().toISOString() };
  const manifest: Manifest = { ...made, ...end, ...more };
  const { folder, manifest: path, rows } = exportPaths(join(dataFolder, "exports"), manifest.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, JSON.stringify(manifest), { mode: 0o600 });
  await writeFile(rows, "", { mode: 0o600 });
  return manifest.id;
}
