import { onTestFinished } from "vitest";
import type { NewExportInput } from "../../../contract/export.ts";
import type { ExportStatus } from "../../../contract/export-status.ts";
import type { Manifest } from "../../../contract/manifest.ts";
import {
  type Conversation,
  type CountingUpstream,
  conversation,
  type Habits,
  startCountingUpstream,
} from "../../support/servers/counting-upstream.ts";
import { startProxy } from "../../support/servers/proxy.ts";
import { begin, dataFolder, onDisk, statusOf } from "./support.ts";

/** The window of the exports. */
export const window = { from: "2026-11-01T00:00:00.000Z", to: "2026-11-22T12:00:01.000Z" };

/** An export of all conversations of the window, newest first. */
export const order: NewExportInput = {
  request: {
    properties: { timezone: "UTC" },
    query: {
      dimensions: ["Id", "DateCreated", "Channels", "Language"],
      filters: [
        {
          op: "AND",
          expressions: [
            { op: "GT", field: "DateCreated", values: ["2026-10-31T23:59:59.999Z"] },
            { op: "LT", field: "DateCreated", values: [window.to] },
          ],
        },
      ],
      orderBy: [
        { field: "DateCreated", direction: "DESC" },
        { field: "Id", direction: "ASC" },
      ],
    },
  },
  columns: ["Id", "DateCreated", "Channels", "Language"].map((field) => ({ field, header: field })),
  name: "Figures",
  check: { count: "Count", id: "Id", time: { field: "DateCreated", ...window } },
};

/** An export that has ended, and its rows. */
export type Done = {
  url: string;
  id: string;
  status: ExportStatus;
  manifest: Manifest;
  rows: Conversation[];
  folder: string;
};

/** Waits for the end of an export. */
export async function ended(url: string, folder: string, id: string): Promise<Done> {
  await (await fetch(`${url}/api/exports/${id}/file?format=ndjson&wait=1`)).arrayBuffer();
  const { rows, manifest } = await onDisk(folder, id);
  const lines = rows.split("\n").slice(0, -1);
  return { url, id, status: await statusOf(url, id), manifest, rows: lines.map((line) => JSON.parse(line)), folder };
}

/** An export of an account with such habits, when it has ended. */
export async function exported(
  count: number,
  habits: Habits,
  body = order,
): Promise<Done & { upstream: CountingUpstream }> {
  const upstream = await startCountingUpstream(count, habits);
  onTestFinished(() => upstream.close());
  const folder = dataFolder();
  const proxy = await startProxy(upstream.url, { dataFolder: folder });
  onTestFinished(() => proxy.close());
  const id = await begin(proxy.url, body);
  return { ...(await ended(proxy.url, folder, id)), upstream };
}

/** The conversations of an account with so many, as files have them. */
export const all = (count: number) => Array.from({ length: count }, (_, index) => conversation(index));
/** The sentences that a manifest says. */
export const keys = ({ manifest }: Done) => manifest.notes.map(({ key }) => key);
export const ids = (rows: readonly Conversation[]) => rows.map(({ Id }) => Id);
