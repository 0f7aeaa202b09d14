import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../dist/server/main.js", import.meta.url));
const startMs = 30_000;
const stopMs = 10_000;

export type Product = { url: string; stop(): Promise<void> };

/** What the product may inherit: no account's credentials, so that the tests never leave this machine. */
function cleanEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "TEMP", "SYSTEMROOT", "LANG"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** The address in the product's first whole line that has one. Rejects with everything it wrote where none comes. */
function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (what: string): void => reject(new Error(`The product ${what}. It wrote:\n${output}`));
    const timer = setTimeout(() => fail(`printed no address within ${startMs} ms`), startMs);
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk;
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+(?=.*\n)/.exec(output)?.[0];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("close", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code} before it printed an address`);
    });
  });
}

/** Starts the built product as a user does, on a free port, and waits for the address it prints. */
export async function startProduct(settings: Record<string, string>): Promise<Product> {
  // An empty folder, because the product reads a .env where it is started.
  const cwd = mkdtempSync(join(tmpdir(), "earshot-e2e-"));
  const child = spawn(process.execPath, ["--enable-source-maps", main], {
    env: { ...cleanEnvironment(), HOST: "127.0.0.1", PORT: "0", ...settings },
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    const timer = setTimeout(() => child.kill("SIGKILL"), stopMs);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(timer);
    rmSync(cwd, { recursive: true, force: true });
  };
  try {
    return { url: await printedUrl(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
