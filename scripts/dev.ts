// The server, restarted when its code changes, and Vite's development page beside it. Either one's end ends both.
import { spawn } from "node:child_process";
import { onOrphaned } from "./orphan.ts";
import { rootFolder, toolPath } from "./run.ts";

// vite.config.ts passes /api on to this port.
const env = { ...process.env, HOST: "127.0.0.1", PORT: "4400" };
const commands = [
  [toolPath("tsx"), "watch", "--clear-screen=false", "server/main.ts"],
  [toolPath("vite"), "--clearScreen", "false"],
];
const children = commands.map((args) => spawn(process.execPath, args, { cwd: rootFolder, stdio: "inherit", env }));

function stopAll(): void {
  for (const child of children) child.kill("SIGTERM");
}

onOrphaned(stopAll);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stopAll);
for (const child of children) {
  child.on("exit", (code) => {
    process.exitCode ??= code ?? 0;
    stopAll();
  });
}
