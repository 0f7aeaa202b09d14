import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type CatalogueName, catalogueNames } from "../../server/stand-in/options.ts";
import { measure } from "./measure.ts";

/**
 * Measures the embedded account: `npx tsx bench/stand-in/run.ts [conversations...]`, by default 10k, 100k and 1M.
 * Each size, in each catalogue, runs in a process of its own, so that its memory is its own.
 */
function measureApart(conversations: number, catalogue: CatalogueName): Promise<object> {
  const child = fork(fileURLToPath(import.meta.url), [String(conversations), catalogue]);
  return new Promise((resolve, reject) => {
    child.once("message", (measured) => resolve(Object(measured)));
    child.once("exit", (code) => reject(new Error(`The measurement ended with ${code}`)));
  });
}

async function printTable(sizes: readonly number[]): Promise<void> {
  const rows: object[] = [];
  for (const conversations of sizes) {
    for (const catalogue of catalogueNames) {
      console.error(`${catalogue}, ${conversations} ...`);
      rows.push({ catalogue, conversations, ...(await measureApart(conversations, catalogue)) });
    }
  }
  console.log(
    "Medians in milliseconds, resident memory in megabytes, 100 rows a page; cube and trend with all their pages.",
  );
  console.table(rows);
}

const catalogue = catalogueNames.find((name) => name === process.argv[3]);
if (process.send && catalogue) {
  process.send(await measure(Number(process.argv[2]), catalogue));
  process.disconnect();
} else {
  const sizes = process.argv.slice(2).map(Number);
  await printTable(sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]);
}
