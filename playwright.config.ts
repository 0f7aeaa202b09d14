import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumsHere } from "./test/support/chromium.ts";

const [executablePath] = chromiumsHere();
if (!executablePath) throw new Error("There is no Chromium here; `npm run test:e2e` fetches one.");

/** Each core has a worker: helping threads of the script engine only get into each other's way, and cost a tenth more. */
const oneThread = ["--js-flags=--single-threaded-gc --no-concurrent-recompilation"];

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results",
  globalSetup: "./test/e2e/support/build.ts",
  // Each worker runs whole servers beside its browser. One more than there are cores: tests wait, too, and that was a
  // sixth of the time.
  workers: availableParallelism() + 1,
  fullyParallel: true,
  // A test that passes the second time hides a defect.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    headless: true,
    launchOptions: { executablePath, args: [...chromiumArgs(), ...oneThread] },
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "UTC",
    // What moves costs time in every test; that it moves where nobody asked for less is a test of its own.
    contextOptions: { reducedMotion: "reduce" },
    // Recording takes half as long again: asked for with TRACE=1, when a failure is not clear from its screenshot.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
});
