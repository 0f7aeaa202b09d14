// `npm start`: builds where dist/ is not a build of these sources, then runs the server as it ships.
import { spawn } from "node:child_process";
import { build } from "./build-product.ts";
import { onOrphaned } from "./orphan.ts";
import { rootFolder } from "./run.ts";

function serve(): void {
  const server = spawn(process.execPath, ["--enable-source-maps", "dist/server/main.js"], {
    cwd: rootFolder,
    stdio: "inherit",
  });
  server.on("error", (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  server.on("exit", (code) => process.exit(code ?? 1));
  // A terminal or a service manager signals the server, too, and a second signal would cut its orderly end short. So a
  // signal is handed on only to a server that seems not to have had it.
  const stop = (): void => void setTimeout(() => server.kill("SIGTERM"), 500);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
  onOrphaned(stop);
}

const code = await build({ ifNeeded: true });
if (code === 0) serve();
else process.exitCode = code;
