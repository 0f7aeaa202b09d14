// Runs the benches one after another, never side by side: they measure time. `npm run bench -- name` runs one of them.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rootFolder, runTool } from "./run.ts";

const wanted = process.argv.slice(2);
const folder = join(rootFolder, "bench");
const benches = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith(".bench.ts"))
  .filter((file) => wanted.length === 0 || wanted.includes(file.replace(".bench.ts", "")));

if (benches.length === 0) {
  console.error(`There is no ${wanted.length ? `bench named ${wanted.join(" or ")}` : "*.bench.ts"} in bench/.`);
  process.exitCode = 1;
}
for (const bench of benches) {
  console.log(`\n${bench}`);
  const code = await runTool("tsx", [`bench/${bench}`]);
  if (code !== 0) process.exitCode = code;
}
