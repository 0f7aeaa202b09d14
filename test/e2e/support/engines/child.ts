import type { ChildProcess } from "node:child_process";

const startMs = 30_000;
const stopMs = 5000;

/** Waits for a line that a child writes. Rejects with what it wrote where none comes. */
export function lineOf(child: ChildProcess, line: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string): void => reject(new Error(`${child.spawnfile} ${why}. It wrote:\n${output}`));
    const timer = setTimeout(() => fail(`said nothing of ${line}`), startMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        output += chunk;
        const found = line.exec(output);
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      });
    }
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

/** Ends a child, kindly at first. */
export async function childEnd(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const timer = setTimeout(() => child.kill("SIGKILL"), stopMs);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(timer);
}
