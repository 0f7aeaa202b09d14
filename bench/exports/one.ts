// One measurement in a process of its own, so that its memory is its own: `one.ts KIND ROWS URL`. Prints JSON.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFormatSchema } from "../../contract/export.ts";
import { earshot } from "./earshot.ts";
import { scripted } from "./pages.ts";

const [kind = "", rowsText = "", upstream = ""] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "earshot-bench-"));

/** Milliseconds of processor time that the upstream has taken so far. */
async function upstreamBusy(): Promise<number> {
  const { user, system } = (await (await fetch(`${upstream}/busy`)).json()) as NodeJS.CpuUsage;
  return (user + system) / 1000;
}

const before = await upstreamBusy();
const done =
  (await scripted(kind, upstream, join(folder, "script.csv"))) ??
  (await earshot(exportFormatSchema.parse(kind), upstream, folder));
const { rows, calls, ms, peak, cpu } = done;
const busy = ((await upstreamBusy()) - before) / ms;
await rm(folder, { recursive: true, force: true });
if (rows !== Number(rowsText)) throw new Error(`${rows} rows came instead of ${rowsText}`);
const cpuMicros = Math.round((10 * (cpu.user + cpu.system)) / rows) / 10;
const peakMiB = Math.round(peak / 1024 ** 2);
console.log(JSON.stringify({ kind, rows, ms: Math.round(ms), peakMiB, calls, cpuMicros, busy }));
process.exit(0);
