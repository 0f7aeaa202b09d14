import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../../..");
/** Below node_modules, where the built server finds its packages. */
const scratch = join(root, "node_modules/.cache");

/** The server as it ships, built from these sources for this test run. */
export type BuiltServer = {
  /** A folder of its own, which goes with it. */
  folder: string;
  main: string;
  remove(): Promise<void>;
};

/** Builds the server: it starts many times faster than from its sources. */
export async function buildServer(): Promise<BuiltServer> {
  await mkdir(scratch, { recursive: true });
  const folder = await mkdtemp(join(scratch, "earshot-main-"));
  const outDir = join(folder, "server");
  await build({ root, logLevel: "error", build: { ssr: true, outDir, emptyOutDir: true } });
  return { folder, main: join(outDir, "main.js"), remove: () => rm(folder, { recursive: true }) };
}
