import { existsSync, readdirSync } from "node:fs";
import { Engine } from "./engine.ts";
import { startFirefox } from "./firefox.ts";
import { startWebKit } from "./webkit.ts";

/** Another engine than Chromium's, as it may be installed here. */
export type Installed = {
  name: string;
  /** Undefined where it is not installed. */
  start: (() => Promise<Engine>) | undefined;
};

const there = (paths: readonly string[]) => paths.find((path) => existsSync(path));

function firefox(): Installed["start"] {
  const program = there(["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
  return program === undefined ? undefined : async () => new Engine(await startFirefox(program));
}

/** WebKitGTK's small browser, beside the libraries of its version. */
function miniBrowsers(): string[] {
  return ["/usr/lib", ...(existsSync("/usr/lib") ? readdirSync("/usr/lib") : []).map((name) => `/usr/lib/${name}`)]
    .filter((folder) => /\/lib(\/\w+-linux-gnu)?$/.test(folder))
    .flatMap((folder) => ["6.0", "4.1", "4.0"].map((api) => `${folder}/webkit2gtk-${api}/MiniBrowser`));
}

function webKit(): Installed["start"] {
  const driver = there(["/usr/bin/WebKitWebDriver"]);
  const screen = there(["/usr/bin/Xvfb"]);
  const browser = there(miniBrowsers());
  if (driver === undefined || screen === undefined || browser === undefined) return undefined;
  return async () => new Engine(await startWebKit({ driver, browser, screen }));
}

/** The engines that the product is tried in besides Chromium. */
export const engines: readonly Installed[] = [
  { name: "Firefox", start: firefox() },
  { name: "WebKitGTK", start: webKit() },
];

/** A line about the engines that are not here, so that nobody takes them for tried; none where all are. */
export function missingEngines(): string[] {
  const missing = engines.filter(({ start }) => !start).map(({ name }) => name);
  if (missing.length === 0) return [];
  const how = "Debian has them as firefox-esr, webkit2gtk-driver and xvfb.";
  return [`Not tried, since not installed: ${missing.join(" and ")}. ${how}`];
}
