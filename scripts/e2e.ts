// The end-to-end tests: finds or fetches Chromium, builds the product, runs Playwright with the arguments given.
import { missingEngines } from "../test/e2e/support/engines/installed.ts";
import { ensureChromium } from "../test/support/chromium-install.ts";
import { runTool } from "./run.ts";

try {
  for (const line of missingEngines()) console.log(line);
  const env = { CHROMIUM_PATH: await ensureChromium() };
  process.exitCode = await runTool("@playwright/test", ["test", ...process.argv.slice(2)], { env });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
