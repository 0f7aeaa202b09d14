// Exports against the limit of the machine (the same pages parsed and thrown away) and against the script that people
// write today (fetch, JSON.parse, csv-stringify). `EXPORT_BENCH_ROWS=10000,100000` chooses other sizes.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

type Measured = { kind: string; rows: number; ms: number; peakMiB: number; calls?: number };

const run = promisify(execFile);
const sizes = (process.env.EXPORT_BENCH_ROWS ?? "10000,100000,1000000").split(",").map(Number);
const kinds = ["limit", "script", "csv", "parquet", "ndjson"];

async function startUpstream(rows: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/exports/upstream.ts", String(rows)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(child.stdout, "data");
  return { child, url: `http://127.0.0.1:${String(port).trim()}` };
}

async function measure(kind: string, rows: number, url: string): Promise<Measured> {
  const { stdout } = await run(process.execPath, ["--import", "tsx", "bench/exports/one.ts", kind, String(rows), url]);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Measured;
}

console.log(
  "| rows | what | rows a second | of the limit | of the script | peak MiB | calls |\n|---|---|---|---|---|---|---|",
);
for (const rows of sizes) {
  const upstream = await startUpstream(rows);
  const measured = new Map<string, Measured>();
  for (const kind of kinds) measured.set(kind, await measure(kind, rows, upstream.url));
  upstream.child.kill();
  const speed = (kind: string) => rows / ((measured.get(kind)?.ms ?? Number.NaN) / 1000);
  for (const { kind, peakMiB, calls } of measured.values()) {
    const ratio = (other: string) => (speed(kind) / speed(other)).toFixed(2);
    const rate = Math.round(speed(kind)).toLocaleString("en");
    console.log(
      `| ${rows} | ${kind} | ${rate} | ${ratio("limit")} | ${ratio("script")} | ${peakMiB} | ${calls ?? ""} |`,
    );
  }
}
