import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { chromiumArgs } from "../../test/support/chromium.ts";
import { ensureChromium } from "../../test/support/chromium-install.ts";
import { type Measured, measureTable } from "./measure.ts";
import { pageRows, serveBench } from "./server.ts";

/**
 * Measures the product's table in Chromium beside a bare windowed list, which is the limit, and AG Grid Community, over
 * the same rows from the same server: `npx tsx bench/table/run.ts [rows...]`, by default 1k, 10k, 100k and 1M.
 */
const tables = ["bare", "product", "ag"] as const;
type TableName = (typeof tables)[number];

async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "warn",
    plugins: [react()],
    root: fileURLToPath(new URL("./page", import.meta.url)),
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      chunkSizeWarningLimit: 10_000,
      cssCodeSplit: false,
      rollupOptions: {
        input: fileURLToPath(new URL("./page/main.ts", import.meta.url)),
        output: { entryFileNames: "main.js", assetFileNames: "main[extname]" },
      },
    },
  });
}

function line(table: TableName, rows: number, measured: Measured, bare: Measured | undefined): object {
  const of = (value: number, limit: number | undefined) =>
    limit ? `${value.toFixed(1)} (${(value / limit).toFixed(2)}x)` : value.toFixed(1);
  return {
    rows,
    table,
    "first rows, ms": of(measured.first, bare?.first),
    "a late page, ms": of(measured.nthPage, bare?.nthPage),
    "p95 frame, ms": of(measured.frame, bare?.frame),
    "blank rows": `${(measured.blank * 100).toFixed(1)} %`,
    "heap, MB": of(measured.heap, bare?.heap),
    "rows read": measured.read,
    "shows the last row": measured.last ? "yes" : "no",
  };
}

async function run(sizes: readonly number[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "earshot-bench-"));
  await buildPage(folder);
  const server = await serveBench(folder);
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs() });
  const lines: object[] = [];
  try {
    for (const rows of sizes) {
      let bare: Measured | undefined;
      for (const table of tables) {
        console.error(`${table}, ${rows} ...`);
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        // The runner names the functions that it passes to the page with this.
        await page.addInitScript("globalThis.__name = (one) => one");
        const address = `${server.url}/?table=${table}&rows=${rows}&pageRows=${pageRows}`;
        const measured = await measureTable(page, address, rows);
        await page.close();
        if (table === "bare") bare = measured;
        const figures = line(table, rows, measured, bare);
        // At once, so that a run that is stopped leaves what it had.
        console.error(
          Object.entries(figures)
            .map(([name, value]) => `${name}: ${value}`)
            .join(" · "),
        );
        lines.push(figures);
      }
    }
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`Pages of ${pageRows} rows; in brackets the ratio to the bare list of the same run.`);
  console.table(lines);
}

const sizes = process.argv.slice(2).map(Number);
await run(sizes.length > 0 ? sizes : [1000, 10_000, 100_000, 1_000_000]);
