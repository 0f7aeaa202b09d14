import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run, runTool } from "../../scripts/run.ts";
import { chromiumsHere } from "./chromium.ts";

const howTo =
  "The end-to-end tests need Chromium, and it could not be fetched. Install Chromium or Chrome, or set CHROMIUM_PATH " +
  "to the program, and run the command again.";

/** Whether the program starts at all: a download without the system libraries it needs does not. */
function starts(path: string): boolean {
  // On Windows `chrome.exe --version` opens a window instead of answering.
  if (process.platform === "win32") return true;
  const flags = process.getuid?.() === 0 ? ["--no-sandbox", "--version"] : ["--version"];
  return spawnSync(path, flags, { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function usable(): string | undefined {
  return chromiumsHere().find(starts);
}

function download(): Promise<number> {
  console.log("No Chromium on this machine; asking Playwright to download one …");
  return runTool("@playwright/test", ["install", "--no-shell", "chromium"], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "5000" },
    timeoutSeconds: 300,
  });
}

function mayUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

async function installPackage(): Promise<void> {
  console.log("Installing the system's Chromium package …");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  for (const name of ["chromium-headless-shell", "chromium"]) {
    const code = await run("apt-get", ["install", "-y", "--no-install-recommends", name], { env });
    if (code === 0) return;
  }
}

/** The Chromium to test with. Where there is none it is fetched; where that fails the error says what to do. */
export async function ensureChromium(): Promise<string> {
  const present = usable();
  if (present) return present;
  await download();
  const downloaded = usable();
  if (downloaded) return downloaded;
  if (mayUseApt()) await installPackage();
  const installed = usable();
  if (installed) return installed;
  throw new Error(howTo);
}
