import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compileWords } from "./scripts/compile-words.ts";
import { guide } from "./scripts/guide/guide-page.ts";

/**
 * The browsers that the page is built for, also in the README: those of May 2024 and later, the first with all that the
 * styles need, `light-dark` being the last. Without this, the list would be the one of the Vite that builds, which moves.
 */
const browsers = ["chrome123", "edge123", "firefox126", "safari17.5"];

/** In kB. What a browser loads first has limits of its own, in scripts/first-load.ts. */
const chunkSizeWarningLimit = 1000;
const api = "http://127.0.0.1:4400";

/**
 * The server answers only to pages of its own origin. In development the page comes from Vite, so a request that comes
 * from Vite's own page, and only such a one, is passed on with the server's origin.
 */
const toServer = {
  target: api,
  changeOrigin: true,
  configure: (proxy: import("vite").HttpProxy.ProxyServer) => {
    proxy.on("proxyReq", (outgoing, incoming) => {
      if (incoming.headers.origin === `http://${incoming.headers.host}`) outgoing.setHeader("origin", api);
    });
  },
};

/**
 * Browsers that know Temporal do not load its 20 kB: the package, too, prefers the browser's own, but always brings
 * itself along.
 */
const temporal = {
  find: /^temporal-polyfill$/,
  replacement: fileURLToPath(new URL("client/ui/temporal.ts", import.meta.url)),
};

const client = fileURLToPath(new URL("client/", import.meta.url)).replaceAll("\\", "/");

/** Modules by where they are in client/, wherever the project itself may be. */
function inClient(fits: (path: string) => boolean): (id: string) => boolean {
  return (id) => id.startsWith(client) && fits(id.slice(client.length));
}

const oneOf = (...paths: string[]) => inClient((path) => paths.includes(path));
/** What only some need: another language, pages that lost rows or texts. */
const rare = /^(words\/|api\/lost-rows\.|browser\/lost-texts\.)/;

/**
 * In the order in which a person needs them: what the first paint needs in two files, of which browsers keep that of the
 * libraries over many releases; then the list; what stands over it; the exports; all that opens; the other lens. Each
 * group takes what it needs and no group before it has. One file for each way in which lazy parts share something were a
 * hundred, which compress badly, and behind which the first rows waited. A part still has a file of its own, of some 50
 * bytes, that leads into its group.
 */
const files = {
  groups: [
    { name: "libraries", tags: ["$initial" as const], test: /node_modules/ },
    { name: "earshot", tags: ["$initial" as const] },
    {
      name: "list",
      test: oneOf(
        "table/RowGrid.tsx",
        "table/columns/column-choice.ts",
        "table/select/selected-cells.ts",
        "table/cells/row-tools.tsx",
      ),
    },
    { name: "over-list", test: oneOf("charts/multiples/Multiples.tsx", "charts/figures/KeyFigures.tsx") },
    { name: "exports", test: oneOf("export/ExportsCorner.tsx") },
    { name: "panels", test: inClient((path) => !path.startsWith("charts/") && !rare.test(path)) },
    { name: "analysis", test: inClient((path) => path.startsWith("charts/")) },
  ],
};

/** The server and the thread that renders its files. */
const serverParts = { main: "server/main.ts", renderer: "server/exports/render/worker.ts" };

/** `vite build` makes dist/client; `vite build --ssr` makes dist/server/main.js and renderer.js beside it. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), ...(isSsrBuild ? [] : [compileWords, guide])],
  resolve: { alias: isSsrBuild ? [] : [temporal] },
  server: { host: "127.0.0.1", proxy: { "/api": toServer, "/healthz": toServer } },
  build: isSsrBuild
    ? {
        outDir: "dist/server",
        target: "node20",
        sourcemap: true,
        copyPublicDir: false,
        emptyOutDir: true,
        rolldownOptions: { input: serverParts },
      }
    : {
        outDir: "dist/client",
        target: browsers,
        sourcemap: true,
        emptyOutDir: true,
        chunkSizeWarningLimit,
        rolldownOptions: { output: { codeSplitting: files } },
      },
}));
