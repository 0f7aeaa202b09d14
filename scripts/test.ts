// Every test: unit, component and house tests in vitest, the end-to-end tests in Chromium, in a random order whose seed
// is printed and can be given again: `npm test -- --seed 7`. With `--long` the proofs that have a long form take it. The
// last line is `N passed, N failed`; the exit code is 0 only when something passed and nothing failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { missingEngines } from "../test/e2e/support/engines/installed.ts";
import { ensureChromium } from "../test/support/chromium-install.ts";
import { type FailedTest, failureLines, playwrightFailures, vitestFailures } from "./failed-tests.ts";
import { rootFolder, runTool } from "./run.ts";
import { type FileTime, playwrightTimes, slowest, vitestTimes } from "./slowest.ts";
import { type Counts, playwrightCounts, settle, summary, vitestCounts } from "./test-counts.ts";

/** What one runner did, how long each of its files took, and what failed. */
type Outcome = { counts: Counts; times: FileTime[]; failures: FailedTest[] };

const folder = mkdtempSync(join(tmpdir(), "earshot-tests-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const { values } = parseArgs({ options: { seed: { type: "string" }, long: { type: "boolean", default: false } } });
const length: Record<string, string> = values.long ? { EARSHOT_LONG: "1" } : {};
const seed = values.seed ?? String(Math.floor(Math.random() * 1e6));

/** The runner's report as its reader has it, or what `missing` is where it wrote none that can be read. */
function read<Report, Read>(path: string, missing: Read, reader: (report: Report) => Read): Read {
  try {
    return existsSync(path) ? reader(JSON.parse(readFileSync(path, "utf8")) as Report) : missing;
  } catch (error) {
    console.error(`The report of the tests cannot be read: ${String(error)}`);
    return missing;
  }
}

async function vitest(): Promise<Outcome> {
  const path = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
  const code = await runTool("vitest", ["run", `--sequence.seed=${seed}`, ...reporters], { env: length });
  const counts = settle(read(path, undefined, vitestCounts), code);
  return {
    counts,
    times: read(path, [], (report: Parameters<typeof vitestTimes>[0]) => vitestTimes(report, rootFolder)),
    failures: read(path, [], (report: Parameters<typeof vitestFailures>[0]) => vitestFailures(report, rootFolder)),
  };
}

async function playwright(): Promise<Outcome> {
  const path = join(folder, "playwright.json");
  for (const line of missingEngines()) console.log(line);
  try {
    const env = { CHROMIUM_PATH: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: path };
    const code = await runTool("@playwright/test", ["test", "--shuffle", seed, "--reporter=list,json"], { env });
    return {
      counts: settle(read(path, undefined, playwrightCounts), code),
      times: read(path, [], playwrightTimes),
      failures: read(path, [], playwrightFailures),
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { counts: settle(undefined, 1), times: [], failures: [] };
  }
}

/** Both runners keep every core busy that they get: only where there are enough do they run beside each other. */
const roomForBoth = availableParallelism() >= 8;
const outcomes = roomForBoth ? await Promise.all([vitest(), playwright()]) : [await vitest(), await playwright()];
const counts = outcomes.map((outcome) => outcome.counts);
process.exitCode = counts.every(({ failed }) => failed === 0) ? 0 : 1;
console.log(`\nThe ten slowest files:\n${slowest(outcomes.flatMap(({ times }) => times)).join("\n")}`);
const failures = failureLines(outcomes.flatMap((outcome) => outcome.failures));
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.join("\n")}`);
console.log(`\nThe order was of seed ${seed}: npm test -- --seed ${seed}`);
console.log(summary(counts));
