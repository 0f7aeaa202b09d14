// One measurement in a process of its own, so that its memory is its own: `one.ts KIND ROWS URL`. Prints JSON.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportFormatSchema } from "../../contract/export.ts";
import { earshot } from "./earshot.ts";
import { ways } from "./pages.ts";

const [kind = "", rowsText = "", upstream = ""] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "earshot-bench-"));

/** Microseconds of processor time that the upstream has taken so far. */
async function upstreamBusy(): Promise<number> {
  const { user, system } = (await (await fetch(`${upstream}/busy`)).json()) as NodeJS.CpuUsage;
  return user + system;
}

let peak = 0;
const sampler = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const before = await upstreamBusy();
const cpuBefore = process.cpuUsage();
const begun = performance.now();
const way = ways[kind];
const done = way
  ? await way(upstream, join(folder, "script.csv")).then((found) => ({ ...found, ms: performance.now() - begun }))
  : await earshot(exportFormatSchema.parse(kind), upstream, folder);
clearInterval(sampler);
const cpu = process.cpuUsage(cpuBefore);
const cpuMicros = Math.round((10 * (cpu.user + cpu.system)) / Number(rowsText)) / 10;
const busy = ((await upstreamBusy()) - before) / 1000 / done.ms;
await rm(folder, { recursive: true, force: true });
const { rows, calls, ms } = done;
if (rows !== Number(rowsText)) throw new Error(`${rows} rows came instead of ${rowsText}`);
const peakMiB = Math.round(peak / 1024 ** 2);
console.log(JSON.stringify({ kind, rows, ms: Math.round(ms), peakMiB, calls, cpuMicros, busy }));
process.exit(0);
