import { csvWriter } from "./csv.ts";
import type { RenderPlan } from "./plan.ts";
import { readLines, type SpoolSource } from "./read-spool.ts";

/** The parts of a file. Each is good until the next one is asked for. */
export type Parts = AsyncGenerator<Uint8Array>;

/** CSV, some thousand rows at a time. */
export async function* csvFile(plan: RenderPlan, spool: SpoolSource): Parts {
  const writer = csvWriter(plan);
  yield writer.header();
  for await (const lines of readLines(spool)) yield writer.rows(lines);
}

/** One JSON array. Each row stands on its own line, exactly as it came. */
export async function* jsonFile(spool: SpoolSource): Parts {
  yield Buffer.from("[\n");
  let first = true;
  for await (const lines of readLines(spool)) {
    // As latin1, each byte is a character, whatever it is a part of.
    const rows = lines.toString("latin1").slice(0, -1).replaceAll("\n", ",\n");
    yield Buffer.from(first ? rows : `,\n${rows}`, "latin1");
    first = false;
  }
  yield Buffer.from(first ? "]\n" : "\n]\n");
}
