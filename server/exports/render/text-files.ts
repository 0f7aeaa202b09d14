import { csvWriter } from "./csv.ts";
import type { RenderPlan } from "./plan.ts";
import { readLines, readRows } from "./read-spool.ts";

/** The spool of an export: where it is and how much of it counts. */
export type SpoolExtent = { path: string; bytes: number };

/** CSV, some thousand rows at a time. */
export async function* csvFile(plan: RenderPlan, spool: SpoolExtent): AsyncGenerator<string> {
  const writer = csvWriter(plan);
  yield writer.header();
  for await (const rows of readRows(spool.path, spool.bytes)) yield writer.rows(rows);
}

/** One JSON array. Each row stands on its own line, exactly as it came. */
export async function* jsonFile(spool: SpoolExtent): AsyncGenerator<string | Buffer> {
  yield "[\n";
  let first = true;
  for await (const lines of readLines(spool.path, spool.bytes)) {
    if (!first) yield ",\n";
    first = false;
    const rows = lines.toString("latin1").slice(0, -1).replaceAll("\n", ",\n");
    yield Buffer.from(rows, "latin1");
  }
  yield first ? "]\n" : "\n]\n";
}
