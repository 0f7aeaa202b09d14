// Runs the benches (bench/<name>/run.ts) one after another, never side by side: they measure time.
// `npm run bench -- stand-in` runs one of them.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rootFolder, runTool } from "./run.ts";

const wanted = process.argv.slice(2);
const folder = join(rootFolder, "bench");
const names = existsSync(folder) ? readdirSync(folder).sort() : [];
const benches = names.filter((name) => existsSync(join(folder, name, "run.ts")));
const unknown = wanted.filter((name) => !benches.includes(name));

if (benches.length === 0 || unknown.length > 0) {
  console.error(
    `There is no bench ${unknown.join(" or ") || "at all"}; the benches are: ${benches.join(", ") || "none"}.`,
  );
  process.exitCode = 1;
} else {
  for (const bench of wanted.length > 0 ? wanted : benches) {
    console.log(`\n${bench}`);
    const code = await runTool("tsx", [`bench/${bench}/run.ts`]);
    if (code !== 0) process.exitCode = code;
  }
}
