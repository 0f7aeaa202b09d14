// The unit and component tests that what was changed can touch, by what imports what: since this branch left the one that
// it follows, or since the last commit where it follows none. The rules of the house read every file, so they always run.
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
const house = await runTool("vitest", ["run", "test/house"]);
const touched = await runTool("vitest", ["run", "--changed", since, "--passWithNoTests"]);
process.exitCode = house || touched;
