import { join } from "node:path";
import { clearStamp, inputsDigest, isBuilt, writeStamp } from "./build-stamp.ts";
import { packFiles } from "./pack-files.ts";
import { rootFolder, runTool } from "./run.ts";

/** Builds the browser's part and the server into dist/. Resolves with 0, or the exit code of the step that failed. */
export async function build({ ifNeeded }: { ifNeeded: boolean }): Promise<number> {
  const digest = inputsDigest();
  if (ifNeeded && isBuilt(digest)) return 0;
  clearStamp();
  console.log("Building Earshot …");
  const env = { NODE_ENV: "production" };
  const quiet = ["--logLevel", "warn"];
  const client = await runTool("vite", ["build", ...quiet], { env });
  if (client !== 0) return client;
  await packFiles(join(rootFolder, "dist/client"));
  const server = await runTool("vite", ["build", "--ssr", ...quiet], { env });
  if (server === 0) writeStamp(digest);
  return server;
}
