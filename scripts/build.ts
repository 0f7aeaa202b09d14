// Builds the browser's part and the server into dist/. With --if-needed it does nothing where dist/ already holds a
// build of exactly these sources.
import { clearStamp, inputsDigest, isBuilt, writeStamp } from "./build-stamp.ts";
import { runTool } from "./run.ts";

async function build(): Promise<number> {
  const digest = inputsDigest();
  if (process.argv.includes("--if-needed") && isBuilt(digest)) return 0;
  clearStamp();
  const quiet = ["--logLevel", "warn"];
  console.log("Building Earshot …");
  const env = { NODE_ENV: "production" };
  const client = await runTool("vite", ["build", ...quiet], { env });
  if (client !== 0) return client;
  const server = await runTool("vite", ["build", "--ssr", "server/main.ts", ...quiet], { env });
  if (server === 0) writeStamp(digest);
  return server;
}

process.exitCode = await build();
