import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { installRivals, rivalPackages } from "./rivals.ts";

/**
 * Builds the bench's page into a folder. Each table is a file of its own, so that nobody waits for another's script.
 *
 * @param readable leaves names and lines as they are written, for a profile.
 */
export async function buildPage(folder: string, readable: boolean): Promise<void> {
  await installRivals();
  await build({
    configFile: false,
    logLevel: "warn",
    plugins: [rivalPackages(), react()],
    root: fileURLToPath(new URL("./page", import.meta.url)),
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { dedupe: ["react", "react-dom"] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: !readable,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: fileURLToPath(new URL("./page/main.ts", import.meta.url)),
        output: { entryFileNames: "main.js" },
      },
    },
  });
}
