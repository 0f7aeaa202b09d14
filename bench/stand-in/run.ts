import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { catalogueNames } from "../../server/stand-in/options.ts";
import { measureDuckDb, measureSqlite } from "./compare.ts";
import { measure } from "./measure.ts";

const databases: Record<string, (conversations: number) => Promise<object>> = {
  DuckDB: measureDuckDb,
  SQLite: measureSqlite,
};
const measurements: Record<string, (conversations: number) => Promise<object>> = {
  ...Object.fromEntries(catalogueNames.map((name) => [name, (size: number) => measure(size, name)])),
  ...databases,
};

/**
 * Measures the embedded account: `npx tsx bench/stand-in/run.ts [conversations...]`, by default 10k, 100k and 1M, over
 * HTTP in each catalogue, and then DuckDB beside SQLite without HTTP. Each measurement runs in a process of its own, so
 * that its memory is its own.
 */
function measureApart(what: string, conversations: number): Promise<object> {
  console.error(`${what}, ${conversations} ...`);
  const child = fork(fileURLToPath(import.meta.url), [String(conversations), what]);
  return new Promise((resolve, reject) => {
    child.once("message", (measured) => resolve(Object(measured)));
    child.once("exit", (code) => reject(new Error(`The measurement ended with ${code}`)));
  });
}

async function printTable(title: string, names: readonly string[], sizes: readonly number[]): Promise<void> {
  const rows: object[] = [];
  for (const conversations of sizes) {
    for (const name of names) {
      const measured = await measureApart(name, conversations).catch((error: Error) => ({ failed: error.message }));
      rows.push({ name, conversations, ...measured });
    }
  }
  console.log(title);
  console.table(rows);
}

const chosen = measurements[process.argv[3] ?? ""];
if (process.send && chosen) {
  process.send(await chosen(Number(process.argv[2])));
  process.disconnect();
} else {
  const given = process.argv.slice(2).map(Number);
  const sizes = given.length > 0 ? given : [10_000, 100_000, 1_000_000];
  const units = "Medians in milliseconds, resident memory in megabytes, 100 rows a page; cube and trend with all rows";
  await printTable(`${units}. Over HTTP:`, catalogueNames, sizes);
  await printTable(
    `${units}. Without HTTP; SQLite's ready is the time to copy DuckDB's rows:`,
    Object.keys(databases),
    sizes,
  );
}
