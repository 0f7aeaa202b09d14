import { closeBracket, comma } from "../json/json-bytes.ts";
import { jsonScanner } from "../json/json-scan.ts";
import type { RowList, Slices } from "./scan-page.ts";

/** What the names of cells are called where rows are lists. */
const headNames = ["columns", "columnNames", "column_names", "headers", "header", "fields", "schema", "meta"];
/** Where a column that is an object says its name. */
const nameKeys = ["name", "field", "key", "id"];

function nameOf(column: unknown): string | undefined {
  if (typeof column === "string") return column;
  if (typeof column !== "object" || column === null) return undefined;
  const names = nameKeys.map((key): unknown => Reflect.get(column, key));
  return names.find((name): name is string => typeof name === "string");
}

/** The names of the cells, from what stands beside the rows; undefined where they are not told. */
function headOf(members: ReadonlyMap<string, unknown>): string[] | undefined {
  for (const name of headNames) {
    const value = members.get(name);
    if (!Array.isArray(value) || value.length === 0) continue;
    const names = value.flatMap((column: unknown) => nameOf(column) ?? []);
    if (names.length === value.length) return names;
  }
  return undefined;
}

/** The bytes of each item of a list. */
function itemsOf(list: Buffer): Buffer[] {
  const json = jsonScanner(list);
  const cells: Buffer[] = [];
  for (let at = json.space(1); list[at] !== closeBracket; ) {
    const end = json.value(at);
    cells.push(list.subarray(at, end));
    at = json.space(end);
    if (list[at] === comma) at = json.space(at + 1);
  }
  return cells;
}

const sliceRows = 1000;

/**
 * Rows that came as lists of cells, as tables are often written, as the objects that they stand for. The names stand
 * beside them; without names, cells are named by their place, `c1` and so on. A list of another length is lost. The
 * cells stay the bytes that came.
 *
 * @param members what the answer holds beside its rows, by name.
 */
export function* namedRows(list: RowList, members: ReadonlyMap<string, unknown>): Slices<RowList> {
  const { lists, lost } = list;
  if (list.rows.length > 0 || lists.length === 0) return list;
  const [first] = lists;
  const head = headOf(members) ?? (first ? itemsOf(first).map((_, place) => `c${place + 1}`) : []);
  const keys = head.map((name) => JSON.stringify(name));
  const rows: Buffer[] = [];
  for (const [place, one] of lists.entries()) {
    if (place % sliceRows === sliceRows - 1) yield;
    const cells = itemsOf(one);
    if (cells.length !== keys.length) continue;
    rows.push(Buffer.from(`{${cells.map((cell, at) => `${keys[at]}:${cell.toString("utf8")}`).join(",")}}`));
  }
  return { ...list, rows, lost: lost - rows.length, lists: [] };
}
