// Exports against the limit of the machine (the same pages parsed and thrown away) and against the scripts that people
// write today: with the official client, with its job results, with bare fetch; all with csv-stringify.
// Each of them three times, of which the middling one counts.
// `EXPORT_BENCH_ROWS=10000,100000` chooses other sizes.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { build } from "../../scripts/build-product.ts";

/** `cpuMicros`: processor time for each row, all threads. `busy`: the share of the time in which the upstream computed. */
type Measured = {
  kind: string;
  rows: number;
  ms: number;
  peakMiB: number;
  calls: number;
  cpuMicros: number;
  busy: number;
};

const run = promisify(execFile);
const sizes = (process.env.EXPORT_BENCH_ROWS ?? "10000,100000,1000000").split(",").map(Number);
const script = "script, twilio results";
const kinds = ["limit", "script, fetch", script, "script, twilio", "csv", "parquet", "json", "xlsx", "ndjson"];
/** All kinds are measured in turn so often: a shared machine is now faster, now slower. */
const rounds = 3;

async function startUpstream(rows: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/exports/upstream.ts", String(rows)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(child.stdout, "data");
  return { child, url: `http://127.0.0.1:${String(port).trim()}` };
}

async function measure(kind: string, rows: number, url: string): Promise<Measured> {
  const { stdout, stderr } = await run(process.execPath, [
    ...["--import", "tsx", "bench/exports/one.ts"],
    ...[kind, String(rows), url],
  ]);
  if (stderr) console.error(stderr.trim());
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Measured;
}

/** The run that took the middling time, whole: its figures belong together. */
function middle(runs: Measured[]): Measured {
  const sorted = runs.toSorted((a, b) => a.ms - b.ms);
  const run = sorted[Math.floor(sorted.length / 2)];
  if (!run) throw new Error("Nothing was measured.");
  return run;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const smallest = new Map<string, number>();

if ((await build({ ifNeeded: true })) !== 0) process.exit(1);
console.log(
  "| rows | what | rows a second | of the limit | of the client's script | CPU µs a row | peak MiB | grown by | calls | upstream busy |",
);
console.log(`|${"---|".repeat(10)}`);
for (const rows of sizes) {
  const upstream = await startUpstream(rows);
  const runs = new Map<string, Measured[]>(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) runs.get(kind)?.push(await measure(kind, rows, upstream.url));
  }
  upstream.child.kill();
  const measured = new Map([...runs].map(([kind, all]) => [kind, middle(all)]));
  const speed = (kind: string) => rows / ((measured.get(kind)?.ms ?? Number.NaN) / 1000);
  for (const { kind, peakMiB, calls, cpuMicros, busy } of measured.values()) {
    const ratio = (other: string) => (speed(kind) / speed(other)).toFixed(2);
    const rate = Math.round(speed(kind)).toLocaleString("en");
    const first = smallest.get(kind) ?? peakMiB;
    smallest.set(kind, first);
    console.log(
      `| ${rows.toLocaleString("en")} | ${kind} | ${rate} | ${ratio("limit")} | ${ratio(script)} | ${cpuMicros} | ${peakMiB} | ${peakMiB - first} | ${calls.toLocaleString("en")} | ${percent(busy)} |`,
    );
  }
}
