import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../../dist/server/main.js", import.meta.url));
const startMs = 30_000;
const stopMs = 10_000;

export type Product = {
  url: string;
  /** Where it was started and keeps its data. */
  folder: string;
  /** Where faults of the embedded account are ordered, with SAMPLE_FAULTS=1. */
  faultsUrl(): string;
  /** Where conversations are let arrive, with SAMPLE_FAULTS=1; `?count=3` says how many. */
  arrivalsUrl(): string;
  stop(): Promise<void>;
};

/** What the product may inherit: no account's credentials, so that the tests never leave this machine. */
function cleanEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "TEMP", "SYSTEMROOT", "LANG"];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** Everything that the product has written so far. */
function listen(child: ChildProcess): () => string {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  }
  return () => output;
}

/** The address of the product. Rejects with everything it wrote where none comes. */
function printedUrl(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => reject(new Error(`The product ${what}. It wrote:\n${output()}`));
    const timer = setTimeout(() => fail(`printed no address within ${startMs} ms`), startMs);
    child.stdout?.on("data", () => {
      const url = /listens on (http:\/\/\S+)\n/.exec(output())?.[1];
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
  const output = listen(child);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    const timer = setTimeout(() => child.kill("SIGKILL"), stopMs);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(timer);
    rmSync(cwd, { recursive: true, force: true });
  };
  try {
    const url = await printedUrl(child, output);
    const faultsUrl = () => {
      const address = /faults at (http:\/\/\S+)\n/.exec(output())?.[1];
      if (!address) throw new Error("The product was not started with SAMPLE_FAULTS=1.");
      return address;
    };
    const arrivalsUrl = () => new URL("/sample-arrivals", faultsUrl()).href;
    return { url, folder: cwd, faultsUrl, arrivalsUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
