import type { Row } from "../../../contract/page.ts";
import type { Plan } from "../compile/plan.ts";
import type { Dialect } from "./types.ts";

function isNothing(value: unknown): boolean {
  return value === null || value === 0 || value === "" || (Array.isArray(value) && value.length === 0);
}

function mapCells(row: Row, change: (value: unknown) => unknown): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]));
}

function nested(row: Row, { dimensions, measures }: Plan): Row {
  const part = (fields: readonly { name: string }[]) =>
    Object.fromEntries(fields.flatMap(({ name }) => (name in row ? [[name, row[name]]] : [])));
  return {
    ...(dimensions.length > 0 ? { dimensions: part(dimensions) } : {}),
    ...(measures.length > 0 ? { measures: part(measures) } : {}),
  };
}

function numbered(row: Row): Row {
  return Object.fromEntries(Object.values(row).map((value, place) => [`c${place + 1}`, value]));
}

/** What a row looks like as a whole. They come after keys and cells. */
export const rows: readonly Dialect[] = [
  {
    name: "rows-sparse",
    does: "leaves null, zero, empty text and empty lists out of rows, as protobuf’s JSON does",
    hooks: { row: (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => !isNothing(value))) },
  },
  {
    name: "rows-nested",
    does: "puts the cells of a row into two objects, `dimensions` and `measures`",
    hooks: { row: nested },
  },
  {
    name: "rows-wrapped",
    does: 'writes each cell as an object: `{"value": …}`',
    hooks: { row: (row) => mapCells(row, (value) => ({ value })) },
  },
  {
    name: "rows-numbered",
    does: "names the cells of a row `c1`, `c2`, …, in the order in which they were asked for",
    hooks: { row: numbered },
  },
  {
    name: "rows-lists",
    does: "writes rows as lists of cells, whose names stand once in `columns`",
    hooks: {
      page: ({ items = [], ...page }) => {
        const rows = items.filter((item) => typeof item === "object" && item !== null);
        const columns = Object.keys(rows[0] ?? {});
        return { ...page, columns, items: rows.map((row): unknown[] => columns.map((name) => Reflect.get(row, name))) };
      },
    },
  },
  {
    name: "rows-twice",
    does: "gives the first row of each page twice",
    hooks: {
      page: (page) => (page.items?.length ? { ...page, items: [page.items[0], ...page.items] } : page),
    },
  },
];
