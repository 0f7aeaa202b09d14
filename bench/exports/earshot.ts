import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ExportFormat } from "../../contract/export.ts";
import { start } from "../../server/start.ts";
import { fields } from "./pages.ts";

const account = (upstream: string) => ({
  kind: "twilio" as const,
  accountSid: `AC${"0".repeat(32)}`,
  username: "bench",
  password: "bench",
  url: upstream,
  conversationsUrl: upstream,
  intelligenceUrl: upstream,
});

/**
 * Exports through the real server.
 *
 * @returns `ms` from the order until the file in its format is whole on the disk.
 */
export async function earshot(
  format: ExportFormat,
  upstream: string,
  folder: string,
): Promise<{ rows: number; calls: number; ms: number }> {
  const server = await start(
    {
      account: account(upstream),
      host: "127.0.0.1",
      port: 0,
      allowedHosts: [],
      upstreamTimeoutMs: 60_000,
      fields: {},
      dataFolder: folder,
      exportRetentionMs: 1e9,
      exportQuotaBytes: 1e12,
    },
    // What the server says, e.g. that it could not start a thread, belongs beside the figures.
    { clientFolder: folder, log: (line) => console.error(line) },
  );
  const begun = performance.now();
  const order = {
    request: { query: { dimensions: fields } },
    columns: fields.map((field) => ({ field, header: field, ...(field === "DateCreated" ? { type: "time" } : {}) })),
    format,
    zone: "Europe/Berlin",
  };
  const headers = { "content-type": "application/json" };
  const url = `${server.url}/api/exports`;
  const created = await (await fetch(url, { method: "POST", headers, body: JSON.stringify(order) })).json();
  const { id } = created as { id: string };
  // Answered when the file is whole on the disk.
  const head = await fetch(`${url}/${id}/file?wait=1`, { method: "HEAD" });
  const ms = performance.now() - begun;
  if (!head.ok) throw new Error(`The export ended with ${head.status}`);
  const { rows, calls } = (await (await fetch(`${url}/${id}`)).json()) as { rows: number; calls: number };
  await stat(join(folder, "exports", id, "rows.ndjson"));
  await server.close();
  return { rows, calls, ms };
}
