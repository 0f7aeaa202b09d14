// The unit and component tests that what was changed can touch, by what imports what: since this branch left the one that
// it follows, or since the last commit where it follows none. Tests that read or build files, which no import shows, always
// run.
import { execFileSync } from "node:child_process";
import { rootFolder, runTool } from "./run.ts";

function git(...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd: rootFolder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

const since = git("merge-base", "HEAD", "@{upstream}") ?? "HEAD";
console.log(`Tests that changes since ${since.slice(0, 12)} can touch; \`npm run test:unit\` runs all.`);
const readers = ["test/house", "test/contract/sentences", "test/server/main", "test/server/exports/kill"];
const always = await runTool("vitest", ["run", ...readers]);
const touched = await runTool("vitest", ["run", "--changed", since, "--passWithNoTests"]);
process.exitCode = always || touched;
