import type { InsightsQueryRequest } from "../../contract/query.ts";
import { jsonScanner } from "../twilio/json-scan.ts";
import { rowSpans } from "../twilio/row-spans.ts";
import type { Plan } from "./plan.ts";

/** The bytes of some cells of a row, by field; a field without a cell is not among them. */
function cellsOf(row: Buffer, fields: readonly string[]): Map<string, Buffer> {
  const spans = rowSpans(fields);
  spans.read(row, jsonScanner(row), 0);
  return new Map(
    fields.flatMap((field, place) => {
      const [from = -1, to = -1] = [spans.from[place], spans.to[place]];
      return from < 0 ? [] : [[field, row.subarray(from, to)] as const];
    }),
  );
}

function withCells(row: Buffer, cells: ReadonlyMap<string, Buffer>): Buffer {
  const end = row.lastIndexOf("}");
  const more = [...cells].flatMap(([field, cell]) => [Buffer.from(`,${JSON.stringify(field)}:`), cell]);
  return Buffer.concat([row.subarray(0, end), ...more, row.subarray(end)]);
}

/** Reads every row of a query, translated. */
export type ReadAll = (request: InsightsQueryRequest, pageSize: number | undefined) => Promise<readonly Buffer[]>;

/**
 * Adds the cells that one query had no room for: for the ids of a page, each further part of the fields is asked for by
 * those ids, and joined by them.
 *
 * @param most how many fields one query of the account takes, the id among them.
 */
export async function complete(
  { canonical, later }: Pick<Plan, "canonical" | "later">,
  rows: readonly Buffer[],
  { id, most, readAll }: { id: string; most: number; readAll: ReadAll },
): Promise<Buffer[]> {
  if (later.length === 0 || rows.length === 0) return [...rows];
  const keys = rows.map((row) => cellsOf(row, [id]).get(id)?.toString("utf8") ?? "");
  const values = [...new Set(keys)].flatMap((key): string[] => {
    const value: unknown = key === "" ? undefined : JSON.parse(key);
    return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
  });
  const found = new Map(keys.map((key) => [key, new Map<string, Buffer>()]));
  const size = Math.max(1, most - 1);
  for (let at = 0; at < later.length; at += size) {
    const fields = later.slice(at, at + size);
    const filters = [{ op: "AND" as const, expressions: [{ op: "IN" as const, field: id, values }] }];
    const query = { dimensions: [id, ...fields], filters };
    for (const row of await readAll({ ...canonical, query }, values.length)) {
      const cells = cellsOf(row, [id, ...fields]);
      const own = found.get(cells.get(id)?.toString("utf8") ?? "");
      for (const field of fields) {
        const cell = cells.get(field);
        if (own && cell && !own.has(field)) own.set(field, cell);
      }
    }
  }
  return rows.map((row, place) => withCells(row, found.get(keys[place] ?? "") ?? new Map()));
}
