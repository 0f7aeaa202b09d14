import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
export const rootFolder = fileURLToPath(root);

export type RunOptions = { env?: Record<string, string>; timeoutSeconds?: number };

/** Runs a command in the repository with this terminal's input and output. Resolves with its exit code, never 0 for a crash. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: rootFolder,
      stdio: "inherit",
      env: { ...process.env, ...options.env },
      ...(options.timeoutSeconds ? { timeout: options.timeoutSeconds * 1000 } : {}),
    });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** The script behind a package's command. Run with node itself, it needs no shell and works on Windows, too. */
export function toolPath(packageName: string, command = packageName): string {
  const folder = new URL(`node_modules/${packageName}/`, root);
  const { bin } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === "string" ? bin : bin[command];
  if (!script) throw new Error(`The package ${packageName} has no command ${command}`);
  return fileURLToPath(new URL(script, folder));
}

/** Runs a command that an installed package brings. */
export function runTool(packageName: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const command = packageName === "@playwright/test" ? "playwright" : packageName;
  return run(process.execPath, [toolPath(packageName, command), ...args], options);
}
