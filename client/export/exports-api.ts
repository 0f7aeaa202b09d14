import type * as z from "zod/mini";
import type { NewExportInput } from "../../contract/export.ts";
import {
  type ExportPage,
  type ExportStatus,
  exportCreatedSchema,
  exportListSchema,
  exportStatusSchema,
} from "../../contract/export-status.ts";
import { type Manifest, manifestSchema } from "../../contract/manifest.ts";
import { InsightsError } from "../api/errors.ts";
import { readProblem } from "../api/http.ts";
import { noteServerTime } from "../browser/server-clock.ts";
import { t } from "../words/words.ts";

/**
 * Asks the server about exports. Not through the gate of the rate limit: these calls are Earshot's own, and a person
 * cancels an export best while Twilio makes it wait.
 *
 * @throws InsightsError for every failure.
 */
export async function askExports(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  let failure = "";
  const sentAt = Date.now();
  try {
    response = await fetch(`/api/exports${path}`, init);
    noteServerTime(response.headers.get("date"), sentAt, Date.now());
    if (!response.ok) failure = await response.text();
  } catch {
    throw new InsightsError("network", () => t("errors.detail.noAnswer"));
  }
  if (response.ok) return response;
  const problem = readProblem(response.status, failure);
  throw InsightsError.of(problem);
}

async function read<Schema extends z.ZodMiniType>(schema: Schema, response: Response): Promise<z.infer<Schema>> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new InsightsError("contract", () => t("errors.detail.shape", { where: t("errors.detail.wholeAnswer") }));
}

/** The first page of the list: the newest exports of the server, and those that run. */
export async function listExports(signal: AbortSignal): Promise<ExportPage> {
  return read(exportListSchema, await askExports("", { signal }));
}

/** Begins an export. @returns its id. */
export async function createExport(order: NewExportInput): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await askExports("", { method: "POST", headers, body: JSON.stringify(order) });
  return (await read(exportCreatedSchema, response)).id;
}

/** The page of the list behind the one that ended with this mark. */
export async function readOlder(after: string): Promise<ExportPage> {
  return read(exportListSchema, await askExports(`?after=${encodeURIComponent(after)}`));
}

/** @returns the export as it stands after it. */
export async function actOnExport(id: string, action: "cancel" | "resume"): Promise<ExportStatus> {
  return read(exportStatusSchema, await askExports(`/${id}/${action}`, { method: "POST" }));
}

export async function deleteExport(id: string): Promise<void> {
  await askExports(`/${id}`, { method: "DELETE" });
}

export async function readManifest(id: string): Promise<Manifest> {
  return read(manifestSchema, await askExports(`/${id}/manifest`));
}
