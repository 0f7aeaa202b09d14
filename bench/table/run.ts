import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumArgs } from "../../test/support/chromium.ts";
import { ensureChromium } from "../../test/support/chromium-install.ts";
import { buildPage } from "./build.ts";
import { type Measured, measureTable } from "./measure.ts";
import { pageRows, serveBench } from "./server.ts";

/**
 * Measures the product's table in Chromium beside a bare windowed list, which is the limit, and beside others, over the
 * same rows from the same server: `npx tsx bench/table/run.ts [rows...] [tables...]`. By default 1k, 10k, 100k and 1M
 * rows and all tables; the bare list is always among them.
 */
const tables = ["bare", "product", "ag", "tanstack9", "tanstack8", "glide", "mrt"];

/** Nobody is given longer to read the list: what was read by then is what the line shows. */
const limitMs = 120_000;

function line(table: string, rows: number, measured: Measured, bare: Measured): object {
  const of = (figure: keyof Measured, digits = 1) => {
    const [value, limit] = [measured[figure], bare[figure]];
    if (typeof value !== "number") return "–";
    const ratio = typeof limit === "number" && limit > 0 ? ` (${(value / limit).toFixed(2)}x)` : "";
    return `${value.toFixed(digits)}${ratio}`;
  };
  return {
    rows,
    table,
    "from nothing": of("fromNothing", 0),
    "first rows": of("firstRows"),
    "busy for them": of("firstRowsBusy"),
    "early page": of("earlyPage"),
    "late page": of("latePage"),
    "p95 frame": of("frame"),
    "busy for it": of("frameBusy"),
    blank: table === "glide" ? "–" : `${(measured.blank * 100).toFixed(1)} %`,
    heap: of("heap"),
    "of the table": of("heapOfTable"),
    "data of it": of("dataOfTable", 2),
    "of the way": measured.heapOfWay.toFixed(1),
    "rows read": measured.read,
    "last row": measured.last ? "yes" : "no",
  };
}

async function run(sizes: readonly number[], wanted: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "earshot-bench-"));
  await buildPage(folder, false);
  const server = await serveBench(folder);
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs() });
  const lines: object[] = [];
  try {
    for (const rows of sizes) {
      let bare: Measured | undefined;
      for (const table of wanted) {
        const address = `${server.url}/?table=${table}&rows=${rows}&pageRows=${pageRows}`;
        const measured = await measureTable({ browser, address, rows, limitMs });
        bare ??= measured;
        const figures = line(table, rows, measured, bare);
        // At once, so that a run that is stopped leaves what it had.
        console.error(
          Object.entries(figures)
            .map((figure) => figure.join(": "))
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
  console.log(`Pages of ${pageRows} rows; ms and MB; in brackets the ratio to the bare list of the same run.`);
  console.table(lines);
}

const asked = process.argv.slice(2);
const sizes = asked.map(Number).filter((rows) => rows > 0);
const others = tables.slice(1).filter((table) => asked.length === sizes.length || asked.includes(table));
await run(sizes.length > 0 ? sizes : [1000, 10_000, 100_000, 1_000_000], ["bare", ...others]);
