import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { NewExportInput } from "../../../contract/export.ts";
import { type ExportStatus, exportCreatedSchema, exportStatusSchema } from "../../../contract/export-status.ts";
import { type Manifest, manifestSchema } from "../../../contract/manifest.ts";
import { type PagedOptions, type PagedUpstream, startPagedUpstream } from "../../support/servers/paged-upstream.ts";
import { type ProxyOptions, type RunningProxy, startProxy } from "../../support/servers/proxy.ts";
import { post } from "../setup.ts";

/** A folder of its own, which goes with the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "earshot-export-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export type Stage = { upstream: PagedUpstream; proxy: RunningProxy; folder: string };

/** A paged upstream with the real server before it; both end with the test. */
export async function stage(options: PagedOptions, proxyOptions: ProxyOptions = {}): Promise<Stage> {
  const upstream = await startPagedUpstream(options);
  onTestFinished(() => upstream.close());
  const folder = proxyOptions.dataFolder ?? dataFolder();
  const proxy = await startProxy(upstream.url, { ...proxyOptions, dataFolder: folder });
  onTestFinished(() => proxy.close());
  return { upstream, proxy, folder };
}

/** The order of a view: newest first, the id deciding among equals. */
export const order: NewExportInput = {
  request: {
    properties: { timezone: "Europe/Berlin" },
    query: {
      dimensions: ["Id", "DateCreated", "Channels", "Long", "Text", "Score"],
      orderBy: [
        { field: "DateCreated", direction: "DESC" },
        { field: "Id", direction: "ASC" },
      ],
    },
  },
  columns: [
    { field: "DateCreated", header: "Created (Europe/Berlin)", type: "time" },
    { field: "Id", header: "Conversation ID", type: "id" },
    { field: "Channels", header: "Channels" },
    { field: "Long", header: "Long" },
    { field: "Text", header: "Text" },
    { field: "Score", header: "Score", type: "number" },
  ],
  name: "Late calls",
};

export async function begin(url: string, body: NewExportInput = order): Promise<string> {
  const response = await post(`${url}/api/exports`, body);
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return exportCreatedSchema.parse(await response.json()).id;
}

export async function statusOf(url: string, id: string): Promise<ExportStatus> {
  return exportStatusSchema.parse(await (await fetch(`${url}/api/exports/${id}`)).json());
}

/** Resolves when the export has ended, with how it did. `?wait` answers at the end, whatever that was. */
export async function ended(url: string, id: string): Promise<ExportStatus> {
  await (await fetch(`${url}/api/exports/${id}/file?format=ndjson&wait=1`)).arrayBuffer();
  return await statusOf(url, id);
}

/** The spool and the manifest as they lie on the disk. */
export async function onDisk(folder: string, id: string): Promise<{ rows: string; manifest: Manifest }> {
  const path = join(folder, "exports", id);
  const rows = await readFile(join(path, "rows.ndjson"), "utf8");
  return { rows, manifest: manifestSchema.parse(JSON.parse(await readFile(join(path, "manifest.json"), "utf8"))) };
}

export function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
