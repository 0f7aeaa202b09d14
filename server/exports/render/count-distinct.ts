import { growingExtent } from "./extent.ts";
import { readRows } from "./read-spool.ts";

/**
 * How many different values a field has in the first bytes of a whole spool. They are all remembered: only for what is
 * bounded.
 */
export async function countDistinct(path: string, bytes: number, field: string): Promise<number> {
  const extent = growingExtent();
  extent.grow(bytes);
  extent.end();
  const seen = new Set<string>();
  for await (const rows of readRows({ path, extent })) {
    for (const row of rows) if (row[field] !== undefined) seen.add(JSON.stringify(row[field]));
  }
  return seen.size;
}
