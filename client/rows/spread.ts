import type { Rows } from "./use-rows.ts";

/** The field that tells conversations apart where one may have several rows, and how many of them Twilio counts. */
export type Spread = { idField: string; counted: number };

/** How many conversations the rows are of, beside Twilio's count; undefined where not all of the rows are held. */
export function spreadCheck({ index, count }: Pick<Rows, "index" | "count">, { idField, counted }: Spread) {
  if (index.first > 0 || index.count < count) return undefined;
  const ids = new Set(index.slice(0, count).map((row) => row[idField]));
  return { found: ids.size, counted };
}
