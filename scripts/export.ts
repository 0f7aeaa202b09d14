// `npm run export -- --view URL --format csv --out file`: the export of a view from a running Earshot, without a browser.
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { NewExportInput } from "../contract/export.ts";
import { type ExportStatus, exportCreatedSchema, exportStatusSchema } from "../contract/export-status.ts";
import { exportFormats } from "../contract/formats.ts";
import { problemSchema } from "../contract/problem.ts";
import { viewOrder } from "./view-order.ts";

const usage = `npm run export -- --view URL --format ${exportFormats.join("|")} --out FILE [--name WORDS] [--zone ZONE]`;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
  throw new Error(problem.success ? problem.data.message : `The server answered with ${response.status}.`);
}

async function begin(origin: string, order: NewExportInput): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${origin}/api/exports`, { method: "POST", headers, body: JSON.stringify(order) });
  return exportCreatedSchema.parse(await (await checked(response)).json()).id;
}

function progress({ rows, activity, rate }: ExportStatus): string {
  const speed = rate ? `, ${rate.toLocaleString("en")} a second` : "";
  const wait = activity?.kind === "limited" ? ", waiting for the account's rate limit" : "";
  return `${rows.toLocaleString("en")} rows${speed}${wait}`;
}

/** Follows the export to its end. Ctrl-C leaves it running on the server, which says where it is. */
async function followed(origin: string, id: string): Promise<ExportStatus> {
  for (let said = ""; ; ) {
    const status = exportStatusSchema.parse(await (await checked(await fetch(`${origin}/api/exports/${id}`))).json());
    if (status.state !== "running") return status;
    const line = progress(status);
    if (line !== said) say(line);
    said = line;
    await sleep(500);
  }
}

/** Under its name, the file is whole. */
async function download(url: string, out: string): Promise<void> {
  const { body } = await checked(await fetch(url));
  if (!body) throw new Error("The server answered without a file.");
  const temporary = `${out}.part`;
  try {
    await pipeline(Readable.fromWeb(body as import("node:stream/web").ReadableStream), createWriteStream(temporary));
    await rename(temporary, out);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function main(): Promise<void> {
  const option = { type: "string" } as const;
  const options = { view: option, format: option, out: option, name: option, zone: option };
  const { values } = parseArgs({ options });
  const format = exportFormats.find((one) => one === (values.format ?? "csv"));
  if (!values.view || !URL.canParse(values.view) || !values.out || !format) throw new Error(`Use: ${usage}`);
  const address = new URL(values.view);
  const { order, notes } = await viewOrder(address, format, values.zone ?? "UTC");
  for (const note of notes) say(note);
  const id = await begin(address.origin, values.name ? { ...order, name: values.name } : order);
  const status = await followed(address.origin, id);
  const { state, check, failure, notes: told } = status;
  for (const { text } of told) say(text);
  if (state === "doubtful" && check?.verdict === "short")
    throw new Error("The export lacks conversations; no file was written.");
  if (state !== "complete" && state !== "doubtful") {
    throw new Error(failure ? `${failure.why.text} ${failure.advice.text}` : "The export was stopped.");
  }
  await download(`${address.origin}/api/exports/${id}/file?format=${format}`, values.out);
  const doubt = state === "doubtful" ? ", unverified" : "";
  say(`${status.rows.toLocaleString("en")} rows in ${values.out}${doubt}`);
}

await main().catch((error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  say(error instanceof Error ? `${error.message}${cause}` : String(error));
  process.exitCode = 1;
});
