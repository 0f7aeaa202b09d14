import type { InsightsQueryRequest } from "../../contract/query.ts";
import { idText } from "../json/id-text.ts";
import { jsonScanner } from "../json/json-scan.ts";
import { rowSpans } from "../json/row-spans.ts";
import { chunks } from "./chunks.ts";
import { type Lacks, nothingMissing } from "./one-page.ts";
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

/** Every row of a query, translated, and what was missing in them. */
export type WholeRead = Lacks & { rows: Buffer[] };
export type ReadAll = (request: InsightsQueryRequest, pageSize: number) => Promise<WholeRead>;

type Cells = Map<string, Buffer[]>;

/** A conversation's cell in one: where an account gives it a row for each member of a list, a list of them. */
function joinedCells(cells: Cells): Map<string, Buffer> {
  const joined = [...cells].map(([field, [first, ...others]]) => {
    if (!first || others.length === 0) return [field, first ?? Buffer.from("null")] as const;
    return [field, Buffer.from(`[${[first, ...others].map((cell) => cell.toString("utf8")).join(",")}]`)] as const;
  });
  return new Map(joined);
}

/**
 * Adds the cells that one query had no room for: for the ids of a page, each further part of the fields is asked for by
 * those ids, and joined by them.
 *
 * @returns the rows, and which of those cells came in no row.
 * @param most how many dimensions and measures one query of the account takes, the id among the dimensions.
 */
export async function complete(
  { canonical, later, laterMeasures }: Pick<Plan, "canonical" | "later" | "laterMeasures">,
  rows: readonly Buffer[],
  { id, most, readAll }: { id: string; most: { dimensions: number; measures: number }; readAll: ReadAll },
): Promise<WholeRead> {
  if (later.length + laterMeasures.length === 0 || rows.length === 0) return { rows: [...rows], ...nothingMissing };
  const keys = rows.map((row) => cellsOf(row, [id]).get(id)?.toString("utf8") ?? "");
  const idOf = (key: string) => (key === "" ? undefined : idText(Buffer.from(key)));
  const all = [...new Set(keys)];
  const found = new Map(keys.map((key): [string, Cells] => [key, new Map()]));
  const parts = [
    ...chunks(later, Math.max(1, most.dimensions - 1)).map((fields) => ({ fields, isMeasures: false })),
    ...chunks(laterMeasures, Math.max(1, most.measures)).map((fields) => ({ fields, isMeasures: true })),
  ];
  const notReturned: string[] = [];
  let lost = 0;

  /** Asks for some fields of some ids; those of which no row came. */
  async function ask({ fields, isMeasures }: (typeof parts)[number], some: readonly string[]): Promise<string[]> {
    const values = some.flatMap((key) => idOf(key) ?? []);
    const filters = [{ op: "AND" as const, expressions: [{ op: "IN" as const, field: id, values }] }];
    const query = isMeasures ? { dimensions: [id], measures: fields } : { dimensions: [id, ...fields] };
    const left = new Set(some);
    const read = await readAll({ ...canonical, query: { ...query, filters } }, values.length);
    notReturned.push(...read.notReturned);
    lost += read.lost;
    for (const row of read.rows) {
      const cells = cellsOf(row, [id, ...fields]);
      const key = cells.get(id)?.toString("utf8") ?? "";
      const own = found.get(key);
      left.delete(key);
      for (const field of fields) {
        const cell = cells.get(field);
        const before = own?.get(field) ?? [];
        if (own && cell && !before.some((one) => one.equals(cell))) own.set(field, [...before, cell]);
      }
    }
    return [...left].filter((key) => idOf(key) !== undefined);
  }

  for (const part of parts) {
    const left = await ask(part, all);
    // An account that leaves out rows for one empty cell would take the others of the part along.
    if (left.length === 0 || part.isMeasures || part.fields.length < 2) continue;
    for (const field of part.fields) await ask({ ...part, fields: [field] }, left);
  }
  const joined = rows.map((row, place) => withCells(row, joinedCells(found.get(keys[place] ?? "") ?? new Map())));
  return { rows: joined, notReturned, lost };
}
