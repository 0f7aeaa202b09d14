import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

/** The same engine without the browser's own windows is the first: tests take a quarter less time in it. */
const commands = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const linux = commands.map((name) => `/usr/bin/${name}`);
const macApps = ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"];

function macPlaces(): string[] {
  return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
    macApps.map((app) => join(folder, app)),
  );
}

function windowsPlaces(): string[] {
  const folders = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const programs = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"];
  return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
}

/** Where a Chromium may be, the most particular place first. */
function places(): string[] {
  const system = { linux: [...linux, "/snap/bin/chromium"], darwin: macPlaces(), win32: windowsPlaces() };
  const ofSystem = Object.entries(system).find(([platform]) => platform === process.platform)?.[1] ?? linux;
  return [chromium.executablePath(), ...ofSystem];
}

/** Every Chromium of this machine, the preferred one first. CHROMIUM_PATH, where it is set, is the only one. */
export function chromiumsHere(): string[] {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return [named];
    throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file. Correct it or leave it unset.`);
  }
  return places().filter((path) => path && existsSync(path));
}

/** How the tests start Chromium: quiet on the network, and without its sandbox only where it cannot have one. */
export function chromiumArgs(): string[] {
  const asRoot = process.getuid?.() === 0;
  return [
    ...(asRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}
