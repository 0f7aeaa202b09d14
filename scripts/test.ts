// Every test: unit, component and house tests in vitest, then the end-to-end tests in Chromium. The last line is
// `N passed, N failed`; the exit code is 0 only when something passed and nothing failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "../test/support/chromium-install.ts";
import { runTool } from "./run.ts";
import { type Counts, playwrightCounts, settle, summary, vitestCounts } from "./test-counts.ts";

const folder = mkdtempSync(join(tmpdir(), "earshot-tests-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The runner's report in the words of {@link Counts}, or undefined where it wrote none that can be read. */
function read<Report>(path: string, toCounts: (report: Report) => Counts): Counts | undefined {
  try {
    return existsSync(path) ? toCounts(JSON.parse(readFileSync(path, "utf8")) as Report) : undefined;
  } catch (error) {
    console.error(`The report of the tests cannot be read: ${String(error)}`);
    return undefined;
  }
}

async function vitest(): Promise<Counts> {
  const path = join(folder, "vitest.json");
  const code = await runTool("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${path}`]);
  return settle(read(path, vitestCounts), code);
}

async function playwright(): Promise<Counts> {
  const path = join(folder, "playwright.json");
  try {
    const env = { CHROMIUM_PATH: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: path };
    const code = await runTool("@playwright/test", ["test", "--reporter=list,json"], { env });
    return settle(read(path, playwrightCounts), code);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return settle(undefined, 1);
  }
}

const all = [await vitest(), await playwright()];
const line = summary(all);
process.exitCode = all.every((counts) => counts.failed === 0) ? 0 : 1;
console.log(`\n${line}`);
