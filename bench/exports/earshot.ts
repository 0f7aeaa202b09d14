import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { ExportFormat } from "../../contract/formats.ts";
import { fields, type Measure } from "./pages.ts";

type Sample = { peak: number; cpu: NodeJS.CpuUsage };

const env = (upstream: string, folder: string) => ({
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_API_KEY: `SK${"0".repeat(32)}`,
  TWILIO_API_SECRET: "only-for-the-bench",
  TWILIO_INSIGHTS_URL: upstream,
  TWILIO_CONVERSATIONS_URL: upstream,
  TWILIO_INTELLIGENCE_URL: upstream,
  DATA_DIR: folder,
  EXPORT_QUOTA: "1000GB",
  PORT: "0",
});

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("The server has no output.");
  for await (const line of createInterface({ input: stdout })) {
    const url = /listens on (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error("The server did not start.");
}

/** Exports through the built server, in a process of its own, from the order until the file is whole on the disk. */
export async function earshot(format: ExportFormat, upstream: string, folder: string): Promise<Measure> {
  // What the server says, e.g. that it could not start a thread, belongs beside the figures.
  const server = spawn(process.execPath, ["--import", "./bench/exports/sampler.mjs", "dist/server/main.js"], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { PATH: process.env.PATH, ...env(upstream, folder) },
  });
  const url = `${await addressOf(server)}/api/exports`;
  const sample = async (): Promise<Sample> => {
    server.send("sample");
    const [answer] = await once(server, "message");
    return answer as Sample;
  };
  // The start is not a part of any export.
  await sample();
  const begun = performance.now();
  const order = {
    request: { query: { dimensions: fields } },
    columns: fields.map((field) => ({ field, header: field, ...(field === "DateCreated" ? { type: "time" } : {}) })),
    format,
    zone: "Europe/Berlin",
  };
  const headers = { "content-type": "application/json" };
  const created = await (await fetch(url, { method: "POST", headers, body: JSON.stringify(order) })).json();
  const { id } = created as { id: string };
  // Answered when the file is whole on the disk.
  const head = await fetch(`${url}/${id}/file?wait=1`, { method: "HEAD" });
  const ms = performance.now() - begun;
  if (!head.ok) throw new Error(`The export ended with ${head.status}`);
  const { rows, calls } = (await (await fetch(`${url}/${id}`)).json()) as { rows: number; calls: number };
  const { peak, cpu } = await sample();
  const gone = once(server, "exit");
  server.kill();
  await gone;
  return { rows, calls, ms, peak, cpu };
}
