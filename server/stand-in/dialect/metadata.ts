import type { Metadata } from "../../../contract/metadata.ts";
import type { Dialect, Hooks } from "./types.ts";

type Field = Metadata["cubes"][number]["measures"][number];

function fieldsChanged(change: (field: Field) => Field): Hooks {
  return {
    metadata: ({ cubes, ...rest }) => ({
      ...rest,
      cubes: cubes.map((cube) => ({
        ...cube,
        measures: cube.measures.map(change),
        dimensions: cube.dimensions.map(change),
      })),
    }),
  };
}

/** Calls the types of times, words and numbers what other systems call them. */
function typed(words: Readonly<Record<string, string>>): Hooks {
  return fieldsChanged((field) => ({ ...field, type: words[field.type ?? ""] ?? field.type }));
}

/** What the metadata says of fields beside their names. */
export const metadata: readonly Dialect[] = [
  {
    name: "types-clickhouse",
    does: "calls types what ClickHouse calls them: `DateTime64(6)`, `String`, `Float64`",
    hooks: typed({ time: "DateTime64(6)", string: "String", number: "Float64" }),
  },
  {
    name: "types-sql",
    does: "calls types `TIMESTAMP`, `VARCHAR` and `NUMERIC`",
    hooks: typed({ time: "TIMESTAMP", string: "VARCHAR", number: "NUMERIC" }),
  },
  {
    name: "types-missing",
    does: "tells no type of any field",
    hooks: fieldsChanged(({ type: _, ...field }) => field),
  },
  {
    name: "descriptions-missing",
    does: "tells no description of any field",
    hooks: fieldsChanged(({ description: _, ...field }) => field),
  },
];
